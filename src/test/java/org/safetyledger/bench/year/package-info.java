/** A year of the city, played on a driven clock through the commands of the program, and what has to hold at its end. */
@NullMarked
package org.safetyledger.bench.year;

import org.jspecify.annotations.NullMarked;
