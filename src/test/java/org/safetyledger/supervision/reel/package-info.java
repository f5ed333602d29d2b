@NullMarked
package org.safetyledger.supervision.reel;

import org.jspecify.annotations.NullMarked;
