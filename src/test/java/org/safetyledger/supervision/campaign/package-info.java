@NullMarked
package org.safetyledger.supervision.campaign;

import org.jspecify.annotations.NullMarked;
