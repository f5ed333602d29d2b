package org.safetyledger.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;

/**
 * A condition by which a list is narrowed: what the schema says of it, and what it asks of the rows of {@code t}.
 *
 * @param type as the schema writes it
 * @param choice the enum of its values; null for others
 * @param atRootOnly whether only the list at the root has it
 */
public record Filter(
        String name,
        String type,
        @Nullable Class<? extends Enum<?>> choice,
        String description,
        boolean atRootOnly,
        Condition condition) {

    private static final int MOST_CODES = 50;

    /** Adds the condition for a value, which is not null; {@code path} is where the value stands. */
    @FunctionalInterface
    public interface Condition {
        void add(Conditions conditions, Object value, String path);
    }

    public static Filter of(String name, String type, String said, Condition condition) {
        return new Filter(name, type, null, said, false, condition);
    }

    /** Refuses it to callers who are not told what it asks for. */
    public Filter onlyFor(Predicate<Caller> told) {
        return adding((conditions, value, path) -> {
            conditions.requireTold(told, Refusal.at(path, ErrorCode.FORBIDDEN));
            condition.add(conditions, value, path);
        });
    }

    /**
     * Says that the rows for which it holds may be few and lie anywhere in an order of the list, unless that begins with one of these columns,
     * by which an index has them together.
     */
    public Filter scattered(String... together) {
        List<String> columns = List.of(together);
        return adding((conditions, value, path) ->
                conditions.scattered(columns, () -> condition.add(conditions, value, path)));
    }

    /** Says that it looks at these columns of the row alone, for what does not say so by itself. */
    public Filter comparing(String... columns) {
        Set<String> all = Set.of(columns);
        return adding(
                (conditions, value, path) -> conditions.comparing(all, () -> condition.add(conditions, value, path)));
    }

    private Filter adding(Condition other) {
        return new Filter(name, type, choice, description, atRootOnly, other);
    }

    /** Leaves it out where the list is that of one object. */
    public Filter onlyAtRoot() {
        return new Filter(name, type, choice, description, true, condition);
    }

    public static Filter choice(String name, Class<? extends Enum<?>> of, String column, String said) {
        return new Filter(name, ValueTypes.name(of), of, said, false, equal(name, column));
    }

    /** @param expression a text of the row {@code t} */
    public static Filter choiceOf(String name, Class<? extends Enum<?>> of, String expression, String said) {
        return new Filter(
                name,
                ValueTypes.name(of),
                of,
                said,
                false,
                (conditions, value, path) -> conditions.add(expression + " = :" + name, name, value.toString()));
    }

    /** A choice whose value the statement names itself, so that an index of only the rows of one value serves it. */
    public static Filter named(String name, Class<? extends Enum<?>> of, String column, String said) {
        return new Filter(name, ValueTypes.name(of), of, said, false, (conditions, value, path) -> {
            String chosen = Stream.of(of.getEnumConstants())
                    .map(Enum::name)
                    .filter(value.toString()::equals)
                    .findFirst()
                    .orElseThrow();
            conditions.ofColumn(column, "= '" + chosen + "'");
        });
    }

    /** Any of several values; a list may have one such condition. */
    public static Filter anyOf(String name, Class<? extends Enum<?>> of, String column, String said) {
        return new Filter(
                name,
                "[" + ValueTypes.name(of) + "!]",
                of,
                said,
                false,
                (conditions, value, path) -> conditions.anyOf(column, name, (List<?>) value));
    }

    /** One of several values, for which the rows are looked at in the order of the list. */
    public static Filter among(String name, Class<? extends Enum<?>> of, String column, String said) {
        return new Filter(name, "[" + ValueTypes.name(of) + "!]", of, said, false, among(name, column, false));
    }

    /** One of several codes, for which the rows are looked at in the order of the list. */
    public static Filter amongCodes(String name, String column, String said) {
        String bounded = said + " At most " + MOST_CODES + ".";
        return new Filter(name, "[String!]", null, bounded, false, among(name, column, true));
    }

    private static Condition among(String name, String column, boolean coded) {
        return (conditions, value, path) -> {
            List<?> values = (List<?>) value;
            Texts.requireAtMost(MOST_CODES, values, path);
            if (coded) {
                for (int i = 0; i < values.size(); i++) {
                    Texts.code((String) values.get(i), path + "." + i);
                }
            }
            String[] texts = values.stream().map(Object::toString).distinct().toArray(String[]::new);
            conditions.ofColumn(column, "= any(:" + name + ")", name, texts);
        };
    }

    /** @param expression what holds for the rows, or must not hold; {@code t} is the row */
    public static Filter truth(String name, String expression, String said) {
        return of(
                name,
                "Boolean",
                said,
                (conditions, value, path) -> conditions.add((Boolean) value ? expression : "not (" + expression + ")"));
    }

    /** Rows whose column names the caller's subject, or all others; said so that an index finds the first. */
    public static Filter ofCaller(String name, String column, String said) {
        return of(
                name,
                "Boolean",
                said,
                (conditions, value, path) ->
                        conditions.add("t." + column + ((Boolean) value ? " = " : " is distinct from ")
                                + "current_setting('ledger.subject', true)"));
    }

    /** The code of something, as it is. */
    public static Filter code(String name, String column, String said) {
        return of(name, "String", said, (conditions, value, path) -> {
            conditions.ofColumn(column, "= :" + name, name, Texts.code((String) value, path));
        });
    }

    public static Filter node(String name, NodeType type, String column, String said) {
        return of(name, "ID", said, (conditions, value, path) -> {
            conditions.ofColumn(column, "= :" + name, name, NodeId.require(type, (String) value, path));
        });
    }

    /** @param comparison of a moment with the value, such as {@code t.due_at <} */
    public static Filter time(String name, String comparison, String said) {
        return of(name, "DateTime", said + ValueTypes.ISO_8601, (conditions, value, path) -> {
            conditions.add(comparison + " :" + name, name, Times.instant(Instant.parse((String) value), path));
        });
    }

    /** @param comparison of a day with the value, such as {@code t.planned_on >=} */
    public static Filter day(String name, String comparison, String said) {
        return of(name, "Date", said + ValueTypes.ISO_8601, (conditions, value, path) -> {
            conditions.add(comparison + " :" + name, name, Times.day(LocalDate.parse((String) value), path));
        });
    }

    /** Rows whose validity covers the day. */
    public static Filter validOn(String said) {
        return of("validOn", "Date", said + ValueTypes.ISO_8601, (conditions, value, path) -> {
            conditions.add(
                    "t.valid_from <= :day and coalesce(t.valid_to, 'infinity') >= :day",
                    "day",
                    Times.day(LocalDate.parse((String) value), path));
        });
    }

    /**
     * Rows of a searched table that have all words of the text.
     *
     * @param in what has them, such as {@code the title}
     */
    public static Filter search(String in) {
        return of(
                "text",
                "String",
                "Words in " + in + ", at most five, with blanks between them: all of them must occur. Full-width and"
                        + " half-width characters are the same, and so are large and small letters.",
                (conditions, value, path) -> conditions.search(Texts.words((String) value, path)));
    }

    private static Condition equal(String name, String column) {
        return (conditions, value, path) -> conditions.ofColumn(column, "= :" + name, name, value.toString());
    }
}
