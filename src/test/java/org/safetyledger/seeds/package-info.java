@NullMarked
package org.safetyledger.seeds;

import org.jspecify.annotations.NullMarked;
