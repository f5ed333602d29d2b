package org.safetyledger.read;

/**
 * One column of a list's order. The column is never null, so that a row comparison finds the next page.
 *
 * @param column column of the list's table
 * @param sqlType type to which a cursor's text is cast
 */
record SortKey(String column, String sqlType) {
    /** @param declared column and type, such as {@code due_at timestamptz} */
    static SortKey of(String declared) {
        String[] parts = declared.split(" ", 2);
        return new SortKey(parts[0], parts[1]);
    }
}
