/** Holds the order of the house. */
@NullMarked
package org.safetyledger.architecture;

import org.jspecify.annotations.NullMarked;
