package org.safetyledger.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The conditions of a list's filter: SQL fragments on the table's alias {@code t} with named parameters. */
public final class Conditions {
    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public Conditions add(String fragment) {
        fragments.add(fragment);
        return this;
    }

    /** Adds the fragment when there is a value for its one parameter. */
    public Conditions add(String fragment, String parameter, @Nullable Object value) {
        if (value != null) {
            fragments.add(fragment);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Adds {@code column = any(…)} when a list is given; an empty list matches nothing. */
    public Conditions anyOf(String column, String parameter, @Nullable Collection<?> values) {
        if (values != null) {
            fragments.add("t." + column + " = any(:" + parameter + ")");
            parameters.put(
                    parameter,
                    values.stream()
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .toArray(String[]::new));
        }
        return this;
    }

    List<String> fragments() {
        return fragments;
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
