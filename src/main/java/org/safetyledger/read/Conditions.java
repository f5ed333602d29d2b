package org.safetyledger.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;

/** The conditions of a list's filter: SQL fragments on the table's alias {@code t} with named parameters. */
public final class Conditions {
    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Guard> guards = new ArrayList<>();
    private @Nullable Alternatives alternatives;
    private boolean searching;

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

    /**
     * Rows with the text in the column. Where no letter of it has a case, the case of the column doesn't matter either,
     * and the operator that heeds it is three times as fast.
     *
     * @param text the text, checked; null for all rows
     */
    public Conditions search(String column, String parameter, @Nullable String text) {
        if (text == null) {
            return this;
        }
        searching = true;
        String operator =
                text.codePoints().allMatch(letter -> Character.toLowerCase(letter) == Character.toUpperCase(letter))
                        ? " like :"
                        : " ilike :";
        return add("t." + column + operator + parameter, parameter, Texts.pattern(text));
    }

    /**
     * Rows that have one of these values in the column; an empty list matches nothing. A list may have one such
     * condition: each value's rows are read from an index in the order of the list, and then put together.
     */
    public Conditions anyOf(String column, String parameter, @Nullable Collection<? extends @Nullable Object> values) {
        if (values != null) {
            if (alternatives != null) {
                throw new IllegalStateException("A list may have one condition of several values");
            }
            alternatives = new Alternatives(column, parameter);
            parameters.put(
                    parameter,
                    values.stream()
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .distinct()
                            .toArray(String[]::new));
        }
        return this;
    }

    /** The list is refused unless the caller sees the object. */
    public Conditions requireVisible(NodeId object, Refusal otherwise) {
        guards.add(new Guard.Visible(object, otherwise));
        return this;
    }

    /** The list is refused unless a row of the table has the value in the column. */
    public Conditions requireRow(String table, String column, Object value, Refusal otherwise) {
        guards.add(new Guard.Row(table, column, value, otherwise));
        return this;
    }

    List<Guard> guards() {
        return guards;
    }

    /** The column with several values asked for, and the parameter that holds them. */
    record Alternatives(String column, String parameter) {}

    @Nullable
    Alternatives alternatives() {
        return alternatives;
    }

    /** Whether many rows may have to be looked at for few that are found. */
    boolean searching() {
        return searching;
    }

    List<String> fragments() {
        return fragments;
    }

    /** Values by the names that the fragments give them. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
