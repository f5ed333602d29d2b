/**
 * What the service does for those who operate it, not for its callers: it says in one sentence why it cannot start, and
 * keeps what grows for ever in order.
 */
@NullMarked
@MayCall("access")
package org.safetyledger.upkeep;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
