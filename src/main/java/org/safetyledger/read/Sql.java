package org.safetyledger.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with the values of its parameters in their order. */
final class Sql {
    /** A cast, which is left as it is, or a named parameter. */
    private static final Pattern NAMED = Pattern.compile("::|:(\\w+)");

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Sql append(String more) {
        text.append(more);
        return this;
    }

    Sql append(Sql more) {
        text.append(more.text);
        parameters.addAll(more.parameters);
        return this;
    }

    Sql append(String more, Object parameter) {
        text.append(more);
        parameters.add(parameter);
        return this;
    }

    /** Appends SQL with named parameters, whose values become positional ones. */
    Sql appendNamed(String more, Map<String, Object> values) {
        Matcher named = NAMED.matcher(more);
        int end = 0;
        while (named.find()) {
            if (named.group(1) == null) {
                continue;
            }
            text.append(more, end, named.start()).append('?');
            parameters.add(values.get(named.group(1)));
            end = named.end();
        }
        text.append(more, end, more.length());
        return this;
    }

    static Sql join(String separator, List<Sql> pieces) {
        Sql joined = new Sql();
        for (int i = 0; i < pieces.size(); i++) {
            joined.append(i == 0 ? "" : separator).append(pieces.get(i));
        }
        return joined;
    }

    String text() {
        return text.toString();
    }

    List<@Nullable Object> parameters() {
        return parameters;
    }
}
