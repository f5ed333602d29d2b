/**
 * Rectification tasks, their deadlines and extensions, and the review of the fix.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "inspection", "jurisdiction", "party", "read", "worklist"})
package org.safetyledger.rectification;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
