/** Tests of the clocks and their ladder. */
@NullMarked
package org.safetyledger.supervision.clock;

import org.jspecify.annotations.NullMarked;
