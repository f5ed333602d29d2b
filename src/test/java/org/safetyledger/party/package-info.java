/** Who answers for an enterprise. */
@NullMarked
package org.safetyledger.party;

import org.jspecify.annotations.NullMarked;
