/**
 * Supervision of authorities (督查): the office of a safety committee looks at how a government or department below it, or a
 * department beside it, does its duty; what is found wanting becomes an item that the authority answers by a day. A visit is no
 * {@code Inspection} of another kind: it has no enterprise, trade, cap or paper, other people sign it, and other rows are seen.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "inspection", "jurisdiction", "party", "read"})
package org.safetyledger.supervision.authority;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
