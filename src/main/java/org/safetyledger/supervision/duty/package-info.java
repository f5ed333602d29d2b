/**
 * Duty on the days of a campaign or key period (值班值守): who is on duty on each day of its window, and what they record of it,
 * if only that nothing happened.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "inspection", "party", "read"})
package org.safetyledger.supervision.duty;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
