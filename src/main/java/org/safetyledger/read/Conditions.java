package org.safetyledger.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/** The conditions of a list's filter: SQL fragments on the table's alias {@code t} with named parameters. */
public final class Conditions {
    /** The parameter that holds all words of a search. */
    static final String WORDS = "words";

    private static final Pattern NAME = Pattern.compile("[A-Z_]+");

    private final List<String> fragments = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Consumer<Caller>> reserved = new ArrayList<>();
    private final Map<String, List<String>> scattered = new HashMap<>();
    private final Map<String, Set<String>> compared = new HashMap<>();
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
     * Adds what is asked of one column alone.
     *
     * @param asked what follows the column, such as {@code = :name}
     */
    public Conditions ofColumn(String column, String asked) {
        String fragment = "t." + column + " " + asked;
        compared.put(fragment, Set.of(column));
        return add(fragment);
    }

    /** The same with the value of the one parameter. */
    public Conditions ofColumn(String column, String asked, String parameter, Object value) {
        parameters.put(parameter, value);
        return ofColumn(column, asked);
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
            List<String> names = values.stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .distinct()
                    .toList();
            alternatives = new Alternatives(column, parameter, names);
            compared.put(alternatives.named(), Set.of(column));
            parameters.put(parameter, names.toArray(String[]::new));
        }
        return this;
    }

    /**
     * Marks what is added: the rows for which it holds may be few and lie anywhere in an order of the list, unless that begins with one
     * of these columns.
     */
    void scattered(List<String> together, Runnable adding) {
        told(adding, condition -> scattered.put(condition, together));
    }

    /** Marks what is added: it looks at these columns of the row alone. */
    void comparing(Set<String> columns, Runnable adding) {
        told(adding, condition -> compared.put(condition, columns));
    }

    private void told(Runnable adding, Consumer<String> marked) {
        int before = fragments.size();
        boolean had = alternatives != null;
        adding.run();
        fragments.subList(before, fragments.size()).forEach(marked);
        if (!had && alternatives != null) {
            marked.accept(alternatives.named());
        }
    }

    /** The conditions of the rows, those of a search left out, in the order of their filters but for the one of several values, which comes first. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        if (alternatives != null) {
            all.add(alternatives.named());
        }
        all.addAll(fragments);
        return all;
    }

    /** By which columns the rows of a condition lie together; null where it says nothing of that. */
    @Nullable
    List<String> together(String condition) {
        return scattered.get(condition);
    }

    /** The columns of the row at which a condition looks; none where it does not say. */
    Set<String> columns(String condition) {
        return compared.getOrDefault(condition, Set.of());
    }

    /** The columns at which all conditions look together; null where one does not say, and where texts are searched. */
    @Nullable
    Set<String> columns() {
        List<String> all = all();
        return searching() || !compared.keySet().containsAll(all)
                ? null
                : all.stream()
                        .flatMap(condition -> columns(condition).stream())
                        .collect(Collectors.toUnmodifiableSet());
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

    /** The column with several values asked for, names of an enum, and the parameter that holds them. */
    record Alternatives(String column, String parameter, List<String> values) {
        /** The condition with the values in its text, so that the planner knows how many rows have them. */
        String named() {
            if (values.isEmpty()) {
                return "false";
            }
            return values.stream()
                    .map(Alternatives::quoted)
                    .collect(Collectors.joining(", ", "t." + column + " in (", ")"));
        }

        private static String quoted(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalStateException(name);
            }
            return "'" + name + "'";
        }
    }

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
