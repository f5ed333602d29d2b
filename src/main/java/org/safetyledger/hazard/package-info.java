/**
 * The hazard and its life cycle. It may call {@code inspection}, {@code party}, {@code jurisdiction} and the shared
 * packages; the rectification of a hazard tells it what happened through its package's service.
 */
@NullMarked
package org.safetyledger.hazard;

import org.jspecify.annotations.NullMarked;
