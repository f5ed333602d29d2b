/** Fills a database with invented rows, for measurements. */
@NullMarked
package org.safetyledger.bench;

import org.jspecify.annotations.NullMarked;
