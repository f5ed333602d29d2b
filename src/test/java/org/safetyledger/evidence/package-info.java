/** Tests of the store of photos and videos: what its disk may do, and what is told of it. */
@NullMarked
package org.safetyledger.evidence;

import org.jspecify.annotations.NullMarked;
