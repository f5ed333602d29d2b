/**
 * Joint management (齐抓共管): a hazard passes from one authority to another, which answers in time or has accepted by its
 * silence, goes to the police by the decision of the authority's head, or is dealt with by several under one lead. Each gives dated
 * grants; no clock of the hazard changes, and what still waits ends with the hazard. Whoever has handled a hazard sees it until it has
 * ended, whoever handles it then, and after that for the time of the rule TRANSFER_KEPT.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "jurisdiction", "read"})
package org.safetyledger.supervision.transfer;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
