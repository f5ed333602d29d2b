/**
 * The hazard and its life cycle. The rectification of a hazard tells it what happened through its package's service.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "inspection", "jurisdiction", "party", "read"})
package org.safetyledger.hazard;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
