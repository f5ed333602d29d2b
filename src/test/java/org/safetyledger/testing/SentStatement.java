package org.safetyledger.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement that the service sent, with the calls that bound its parameters, so that it can be sent again. */
record SentStatement(Thread thread, String sql, List<Binding> bindings) {
    private static final Pattern PARAMETER = Pattern.compile("\\?");

    record Binding(Method setter, @Nullable Object[] arguments) {
        static Binding of(Method setter, @Nullable Object[] arguments) throws SQLException {
            @Nullable Object[] kept = arguments.clone();
            if (kept[1] instanceof Array array) {
                kept[1] = new Elements(array.getBaseTypeName(), (Object[]) array.getArray());
            }
            return new Binding(setter, kept);
        }

        int index() {
            return (Integer) Objects.requireNonNull(arguments[0]);
        }

        Binding movedBy(int places) {
            @Nullable Object[] moved = arguments.clone();
            moved[0] = index() - places;
            return new Binding(setter, moved);
        }

        void bind(Connection connection, PreparedStatement statement) throws SQLException {
            @Nullable Object[] bound = arguments.clone();
            if (bound[1] instanceof Elements elements) {
                bound[1] = connection.createArrayOf(elements.type(), elements.values());
            }
            try {
                setter.invoke(statement, bound);
            } catch (InvocationTargetException | IllegalAccessException e) {
                throw new SQLException(e);
            }
        }
    }

    /** The statements of a text that holds several, which travel together, each with its own parameters. */
    static List<SentStatement> of(Thread thread, String sql, List<Binding> bindings) {
        List<SentStatement> statements = new ArrayList<>();
        int before = 0;
        for (String text : sql.split(";", -1)) {
            int first = before;
            SentStatement alone = new SentStatement(thread, text.strip(), List.of());
            int last = first + alone.parameters();
            List<Binding> own = bindings.stream()
                    .filter(binding -> binding.index() > first && binding.index() <= last)
                    .map(binding -> binding.movedBy(first))
                    .toList();
            statements.add(new SentStatement(thread, text.strip(), own));
            before = last;
        }
        return statements;
    }

    private record Elements(String type, Object[] values) {}

    /** Prepares another text with this statement's parameters. */
    PreparedStatement bound(Connection connection, String text) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (Binding binding : bindings) {
            binding.bind(connection, statement);
        }
        return statement;
    }

    /** The text with numbered parameters, as PREPARE wants it. */
    String numbered() {
        int[] number = {0};
        return PARAMETER.matcher(sql).replaceAll(found -> "\\$" + ++number[0]);
    }

    int parameters() {
        return (int) PARAMETER.matcher(sql).results().count();
    }
}
