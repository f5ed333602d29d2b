/** Tests of the change feed. */
@NullMarked
package org.safetyledger.feed;

import org.jspecify.annotations.NullMarked;
