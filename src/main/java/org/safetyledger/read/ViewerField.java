package org.safetyledger.read;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;

/**
 * A field of the type {@code Viewer} that is read from a table: a list of what is the caller's own of a type, or one object.
 *
 * @param conditions what tells the caller's own; null for one object
 * @param column column that holds the caller's subject, where it is one object; null for a list
 */
record ViewerField(
        String name,
        String description,
        ReadType type,
        @Nullable BiConsumer<Conditions, Caller> conditions,
        @Nullable String column) {
    static final String TYPE = "Viewer";
    static final String ROOT = "viewer";

    boolean isList() {
        return conditions != null;
    }
}
