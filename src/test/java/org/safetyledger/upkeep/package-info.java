/** Tests of what the service does for those who operate it. */
@NullMarked
package org.safetyledger.upkeep;

import org.jspecify.annotations.NullMarked;
