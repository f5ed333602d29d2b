@NullMarked
package org.safetyledger.statistics;

import org.jspecify.annotations.NullMarked;
