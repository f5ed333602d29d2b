@NullMarked
package org.safetyledger.supervision.draw;

import org.jspecify.annotations.NullMarked;
