@NullMarked
package org.safetyledger.post;

import org.jspecify.annotations.NullMarked;
