@NullMarked
package org.safetyledger.supervision.transfer;

import org.jspecify.annotations.NullMarked;
