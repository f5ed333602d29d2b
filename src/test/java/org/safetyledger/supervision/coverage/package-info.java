@NullMarked
package org.safetyledger.supervision.coverage;

import org.jspecify.annotations.NullMarked;
