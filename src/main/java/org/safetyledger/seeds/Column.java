package org.safetyledger.seeds;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param later whether files from before it was thought of are taken without it, as if its cells were empty
 * @param target the table's column that takes its value as it is, or null when only {@link Target}s use it
 */
record Column(
        String name,
        CellFormat format,
        boolean required,
        boolean later,
        @Nullable String target) {

    static Column required(String name, CellFormat format) {
        return new Column(name, format, true, false, name);
    }

    static Column optional(String name, CellFormat format) {
        return new Column(name, format, false, false, name);
    }

    /** A column that came later: older files lack it. */
    static Column later(String name, CellFormat format) {
        return new Column(name, format, false, true, name);
    }

    Column into(String otherTarget) {
        return new Column(name, format, required, later, otherTarget);
    }

    Column unwritten() {
        return new Column(name, format, required, later, null);
    }
}
