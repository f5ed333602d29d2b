/**
 * The division tree, its departments, the code tables of the trade, the working-day calendar and the deadline rules.
 * All of it is reference data, loaded from files and the same for every reader.
 */
@NullMarked
@MayCall({"access", "graphql", "read"})
package org.safetyledger.jurisdiction;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
