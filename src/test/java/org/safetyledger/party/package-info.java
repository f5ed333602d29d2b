/**
 * The register of the four responsibilities.
 */
@NullMarked
package org.safetyledger.party;

import org.jspecify.annotations.NullMarked;
