package org.safetyledger.graphql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list: all columns in one direction, the last one unique.
 *
 * @param name name of list and order, sealed into the cursor so that it fits no other list
 */
public record ListOrder<E>(String name, boolean descending, List<SortKey<E>> keys) {
    @SafeVarargs
    public static <E> ListOrder<E> ascending(String name, SortKey<E>... keys) {
        return new ListOrder<>(name, false, List.of(keys));
    }

    @SafeVarargs
    public static <E> ListOrder<E> descending(String name, SortKey<E>... keys) {
        return new ListOrder<>(name, true, List.of(keys));
    }

    String orderBy() {
        return orderBy("t");
    }

    public String orderBy(String alias) {
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

    List<String> values(E row) {
        return keys.stream().map(key -> key.value().apply(row).toString()).toList();
    }
}
