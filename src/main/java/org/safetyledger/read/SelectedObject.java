package org.safetyledger.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is selected below one field, for the engine to go on with.
 *
 * @param value maps by the names of the answer, lists of them, or null
 * @param refused the fields within it that the caller is refused; their paths begin with the field itself
 */
public record SelectedObject(@Nullable Object value, List<RefusedField> refused) {}
