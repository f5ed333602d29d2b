/**
 * Look-backs (回头看): closed hazards are drawn from a frozen pool as visits are, all major ones and a share of the others, and each is
 * looked at again by somebody who had no part in it. One that did not hold is reopened, and who had closed it is named.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "inspection", "jurisdiction", "read", "rectification"})
package org.safetyledger.supervision.lookback;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
