/**
 * What the service does for those who operate it, not for its callers: it says in one sentence why it cannot start, and
 * keeps what grows for ever in order. It calls nothing but the transactions of background work.
 */
@NullMarked
package org.safetyledger.upkeep;

import org.jspecify.annotations.NullMarked;
