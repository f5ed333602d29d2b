/** Tests of the duty on days of campaigns. */
@NullMarked
package org.safetyledger.supervision.duty;

import org.jspecify.annotations.NullMarked;
