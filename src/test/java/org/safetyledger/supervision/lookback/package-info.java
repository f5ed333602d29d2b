@NullMarked
package org.safetyledger.supervision.lookback;

import org.jspecify.annotations.NullMarked;
