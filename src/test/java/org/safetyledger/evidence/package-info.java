/** Tests of the evidence package. */
@NullMarked
package org.safetyledger.evidence;

import org.jspecify.annotations.NullMarked;
