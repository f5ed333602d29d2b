package org.safetyledger.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeType;

/** A field of an object: what the schema says of it, and how it is read. In expressions {@code $} is the row's alias. */
sealed interface ReadField {
    Pattern COLUMN = Pattern.compile("\\$\\.(\\w+)");

    Said said();

    /**
     * What the schema says of a field.
     *
     * @param type as the schema writes it, such as {@code [String!]!}
     */
    record Said(String name, String type, String description) {
        /** @param field the field's name, with an exclamation mark behind it where it is never null */
        static Said of(String field, String type, String description) {
            return field.endsWith("!")
                    ? new Said(field.substring(0, field.length() - 1), type + "!", description)
                    : new Said(field, type, description);
        }

        boolean isRequired() {
            return type.endsWith("!");
        }
    }

    /** How a column's value is written into the answer. */
    enum Kind {
        TEXT("String"),
        INTEGER("Int"),
        DECIMAL("Float"),
        BOOLEAN("Boolean"),
        TIME("DateTime"),
        DAY("Date"),
        NODE("ID");

        private final String scalar;

        Kind(String scalar) {
            this.scalar = scalar;
        }

        String scalar() {
            return scalar;
        }
    }

    /**
     * @param prefix what stands before the id of a node
     * @param names the columns of the table that the expression reads
     */
    record Column(
            Said said,
            String expression,
            Kind kind,
            @Nullable NodeType node,
            String prefix,
            List<String> names) implements ReadField {
        static Column of(Said said, String expression, Kind kind) {
            return new Column(said, expression, kind, null, "", columns(expression));
        }

        static Column ofNode(Said said, String column, NodeType node, String prefix) {
            return new Column(said, "$." + column, Kind.NODE, node, prefix, List.of(column));
        }
    }

    /**
     * A field that is worked out of stored JSON.
     *
     * @param amounts its arguments
     * @param most how many objects it holds, where it is a list of them: more is refused
     */
    record Derived(Said said, String expression, List<String> names, List<Amount> amounts, Views views, int most)
            implements ReadField {
        static Derived of(Said said, String expression, View view) {
            return listOf(1, said, expression, view);
        }

        static Derived listOf(int most, Said said, String expression, View view) {
            return new Derived(said, expression, columns(expression), List.of(), given -> view, most);
        }

        static Derived of(Said said, String expression, Amount amount, Views views) {
            return new Derived(said, expression, columns(expression), List.of(amount), views, 1);
        }
    }

    /** What works out a field for the arguments of a request, which may be refused. */
    @FunctionalInterface
    interface Views {
        View with(ReadArguments given);
    }

    /** Makes the value of a derived field, whose properties are the fields of its type, out of the stored JSON. */
    @FunctionalInterface
    interface View {
        @Nullable
        Object of(JsonNode stored, Caller caller);
    }

    /**
     * One object that columns name. It is null for callers without the permission of the list of its type.
     *
     * @param keys columns of the other's table that this one's {@code columns} hold, one by one
     */
    record Reference(Said said, String target, List<String> columns, List<String> keys) implements ReadField {}

    /**
     * The objects whose column names this one, in pages.
     *
     * @param key column of this type's table that the other's {@code column} holds
     */
    record Children(Said said, String target, String column, String key) implements ReadField {}

    /**
     * All objects whose column names this one, or that this one names, as a list without pages.
     *
     * @param key column of this type's table that the other's {@code column} holds
     * @param listed whether {@code key} is a list, of which the other's {@code column} holds one
     * @param most how many there are at most, which the database holds: by {@code ledger_at_most}, or by a check of the list
     * @param order columns of the other type's table
     */
    record Members(Said said, String target, String column, String key, boolean listed, int most, List<String> order)
            implements ReadField {}

    private static List<String> columns(String expression) {
        return COLUMN.matcher(expression)
                .results()
                .map(column -> column.group(1))
                .distinct()
                .toList();
    }
}
