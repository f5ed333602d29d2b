package org.safetyledger.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/** The conditions of a list's filter: SQL fragments on the table's alias {@code t} with named parameters. */
public final class Conditions {
    /** The parameter that holds all words of a search. */
    static final String WORDS = "words";

    private final List<String> fragments = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Consumer<Caller>> reserved = new ArrayList<>();
    private @Nullable Alternatives alternatives;

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
     * Rows with all these words, of which there may be none, in what is searched. It is one comparison for all words: with one for each,
     * the planner takes several words for so rare that it would sort the table instead of walking the list.
     */
    public Conditions search(List<String> words) {
        List<String> places = new ArrayList<>();
        for (String word : words) {
            String parameter = "word" + places.size();
            // In a subquery, so that the word is folded once and not for each row.
            places.add("strpos(t.searched, (select ledger_folded(cast(:" + parameter + " as text))))");
            parameters.put(parameter, word);
        }
        if (!places.isEmpty()) {
            texts.add("least(" + String.join(", ", places) + ") > 0");
        }
        parameters.put(WORDS, words.toArray(String[]::new));
        return this;
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

    /** The list is refused to callers who are not told what the condition asks for: by counting they would learn it. */
    public Conditions requireTold(Predicate<Caller> told, Refusal otherwise) {
        reserved.add(caller -> {
            if (!told.test(caller)) {
                throw otherwise;
            }
        });
        return this;
    }

    /** @throws Refusal where a condition asks for what the caller is not told */
    void requireTold(Caller caller) {
        reserved.forEach(condition -> condition.accept(caller));
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
        return !texts.isEmpty();
    }

    /** What a search asks of the rows, beside the other fragments. */
    List<String> texts() {
        return texts;
    }

    List<String> fragments() {
        return fragments;
    }

    /** Values by the names that the fragments give them. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
