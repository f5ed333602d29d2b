/**
 * The division tree, its departments, the code tables of the trade, the working-day calendar and the deadline rules.
 * All of it is reference data, loaded from files and the same for every reader. It calls nothing but the shared
 * packages.
 */
@NullMarked
package org.safetyledger.jurisdiction;

import org.jspecify.annotations.NullMarked;
