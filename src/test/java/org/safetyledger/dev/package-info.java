/** Tests of the developer's stand. */
@NullMarked
package org.safetyledger.dev;

import org.jspecify.annotations.NullMarked;
