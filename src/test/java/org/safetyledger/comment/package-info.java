@NullMarked
package org.safetyledger.comment;

import org.jspecify.annotations.NullMarked;
