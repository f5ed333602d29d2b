@NullMarked
package org.safetyledger.worklist;

import org.jspecify.annotations.NullMarked;
