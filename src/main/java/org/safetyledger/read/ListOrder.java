package org.safetyledger.read;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list: all columns in one direction, the last one unique.
 *
 * @param list field of the list at the root
 * @param name name among the orders of the list
 */
record ListOrder(String list, String name, String description, boolean descending, List<SortKey> keys) {
    /** List and order, sealed into the cursor so that it fits no other list. */
    String sealedName() {
        return list + "." + name;
    }

    String orderBy(String alias) {
        return keys.stream()
                .map(key -> alias + "." + key.column() + (descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The columns of the order, of which the last is the row's id. */
    String columns() {
        return keys.stream().map(key -> "t." + key.column()).collect(Collectors.joining(", "));
    }

    /** Rows behind the cursor, as one row comparison that an index in this order answers. */
    String behindCursor() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            values.append(i == 0 ? "" : ", ")
                    .append("cast(:cursor")
                    .append(i)
                    .append(" as ")
                    .append(keys.get(i).sqlType())
                    .append(')');
        }
        return "(" + columns() + ") " + (descending ? "<" : ">") + " (" + values + ")";
    }
}
