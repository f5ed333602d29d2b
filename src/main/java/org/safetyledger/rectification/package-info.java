/**
 * Rectification tasks, their deadlines and extensions, and the review of the fix. It may call {@code hazard} and all
 * that the hazard may call.
 */
@NullMarked
package org.safetyledger.rectification;

import org.jspecify.annotations.NullMarked;
