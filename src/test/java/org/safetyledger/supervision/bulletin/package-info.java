@NullMarked
package org.safetyledger.supervision.bulletin;

import org.jspecify.annotations.NullMarked;
