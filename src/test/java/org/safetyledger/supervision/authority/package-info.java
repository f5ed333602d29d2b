/** Tests of the supervision of authorities. */
@NullMarked
package org.safetyledger.supervision.authority;

import org.jspecify.annotations.NullMarked;
