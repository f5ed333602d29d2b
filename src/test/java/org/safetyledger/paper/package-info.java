@NullMarked
package org.safetyledger.paper;

import org.jspecify.annotations.NullMarked;
