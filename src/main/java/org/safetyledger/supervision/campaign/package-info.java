/**
 * What comes of a campaign (专项行动): the groups of officers who go to its places together, its progress in visits and hazards, by the same rows that its lists show, and its end,
 * when none of its hazards is open or those that are were handed over.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "inspection", "jurisdiction", "party", "read"})
package org.safetyledger.supervision.campaign;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
