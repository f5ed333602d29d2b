/**
 * Deadlines and the working-day calendar.
 */
@NullMarked
package org.safetyledger.jurisdiction;

import org.jspecify.annotations.NullMarked;
