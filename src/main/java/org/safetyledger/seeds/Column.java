package org.safetyledger.seeds;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param target the table's column that takes its value as it is, or null when only {@link Target}s use it
 */
record Column(
        String name,
        CellFormat format,
        boolean required,
        @Nullable String target) {

    static Column required(String name, CellFormat format) {
        return new Column(name, format, true, name);
    }

    static Column optional(String name, CellFormat format) {
        return new Column(name, format, false, name);
    }

    Column into(String otherTarget) {
        return new Column(name, format, required, otherTarget);
    }

    Column unwritten() {
        return new Column(name, format, required, null);
    }
}
