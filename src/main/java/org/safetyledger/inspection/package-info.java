/**
 * Campaigns, plans, checklists, visits and their findings. What becomes of a finding is told to it by {@code hazard}.
 */
@NullMarked
@MayCall({"access", "audit", "checkplan", "command", "graphql", "jurisdiction", "party", "read", "worklist"})
package org.safetyledger.inspection;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
