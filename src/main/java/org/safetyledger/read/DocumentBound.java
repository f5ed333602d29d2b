package org.safetyledger.read;

import graphql.language.Argument;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document can cost at most, worked out of its lists: how many objects they can hold, and how long the database may
 * look for them. Nested lists multiply, so that a short document can ask for more than any memory holds, and a count or a
 * search looks at far more rows than it gives; the depth and the number of the fields tell of neither.
 */
record DocumentBound(List<Nested> lists) {
    static final DocumentBound NONE = new DocumentBound(List.of());

    /** What a document may ask for at most. */
    enum Limits {
        /**
         * An answer of so many objects has some ten megabytes, and takes a hundred while it is put together. So long take three
         * searches of a whole city with their counts, or fifty counts of it.
         */
        OF_QUERY(200_000, 2_000),

        /** What is selected of a changed object is read while others wait for its row, and for their turn to change something. */
        OF_COMMANDS(10_000, 300);

        private final int objects;
        private final int milliseconds;

        Limits(int objects, int milliseconds) {
            this.objects = objects;
            this.milliseconds = milliseconds;
        }
    }

    /** Rough times of the database, in a city of a hundred thousand enterprises and a million hazards. */
    private static final double COUNT = 40;

    private static final double SEARCH = 100;
    private static final double COUNT_OF_SEARCH = 500;
    private static final double FACETS = 600;
    private static final double COUNT_BELOW_PARENT = 0.5;
    private static final double SEARCH_BELOW_PARENT = 1;
    private static final double FACETS_BELOW_PARENT = 2;

    private static final String SIZE = "first";
    private static final String FILTER = "filter";
    private static final String SEARCHED = "text";

    /**
     * @param otherwise its size where the document gives none
     * @param first what the document gives; null where it gives none
     * @param filter by what its rows are chosen; null where all are
     * @param counted whether the rows of all its pages are counted
     * @param facets by how many facets they are counted
     * @param weight how long the database works for what its resolver gives, in milliseconds
     */
    record Nested(
            int otherwise,
            @Nullable Value<?> first,
            @Nullable Value<?> filter,
            boolean counted,
            int facets,
            int weight,
            DocumentBound within) {
        static Nested unpaged(int size, int weight, DocumentBound within) {
            return new Nested(size, null, null, false, 0, weight, within);
        }

        private double objects(Map<String, Object> variables) {
            // A page of another size is refused for that, later.
            return size(variables) * (1 + within.objects(variables)) + (double) facets * Facet.MOST_VALUES;
        }

        private double milliseconds(double parents, Map<String, Object> variables) {
            return own(parents, variables) + within.milliseconds(Math.max(parents, 1) * size(variables), variables);
        }

        private double own(double parents, Map<String, Object> variables) {
            boolean searches = searches(variables);
            if (parents > 0) {
                return parents
                        * (weight
                                + (counted ? COUNT_BELOW_PARENT : 0)
                                + (facets > 0 ? FACETS_BELOW_PARENT : 0)
                                + (searches ? SEARCH_BELOW_PARENT : 0));
            }
            double counts = counted ? searches ? COUNT_OF_SEARCH : COUNT : 0;
            double facetCounts = facets > 0 ? searches ? COUNT_OF_SEARCH + FACETS : FACETS : 0;
            return weight + (searches ? SEARCH : 0) + counts + facetCounts;
        }

        private boolean searches(Map<String, Object> variables) {
            return switch (filter) {
                case ObjectValue object ->
                    object.getObjectFields().stream()
                            .anyMatch(field ->
                                    field.getName().equals(SEARCHED) && !(field.getValue() instanceof NullValue));
                case VariableReference variable ->
                    variables.get(variable.getName()) instanceof Map<?, ?> object && object.get(SEARCHED) != null;
                case null, default -> false;
            };
        }

        private double size(Map<String, Object> variables) {
            double size =
                    switch (first) {
                        case IntValue literal -> literal.getValue().doubleValue();
                        case VariableReference variable
                        when variables.get(variable.getName()) instanceof Number number -> number.doubleValue();
                        case VariableReference variable when variables.get(variable.getName()) == null -> otherwise;
                        case null -> otherwise;
                        default -> PageRequest.MAXIMUM_SIZE;
                    };
            return first == null ? size : Math.clamp(size, 1, PageRequest.MAXIMUM_SIZE);
        }
    }

    static DocumentBound of(GraphQLSchema schema, ReadTypes types, List<ExecutableNormalizedField> fields) {
        return new DocumentBound(
                fields.stream().flatMap(field -> nested(schema, types, field)).toList());
    }

    private static Stream<Nested> nested(GraphQLSchema schema, ReadTypes types, ExecutableNormalizedField field) {
        if (field.getFieldName().startsWith("__")) {
            return Stream.empty();
        }
        GraphQLFieldDefinition definition = definition(schema, field);
        if (definition.getArgument(SIZE) != null) {
            return Stream.of(paged(schema, types, field));
        }
        DocumentBound within = of(schema, types, field.getChildren());
        boolean isConnectionPart = field.getParent() != null
                && definition(schema, field.getParent()).getArgument(SIZE) != null;
        int weight = weight(types, field);
        boolean isList = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        if (isList && !isConnectionPart && field.hasChildren()) {
            return Stream.of(Nested.unpaged(unpagedSize(types, field, definition), weight, within));
        }
        return weight > 0 ? Stream.of(Nested.unpaged(1, weight, within)) : within.lists().stream();
    }

    private static Nested paged(GraphQLSchema schema, ReadTypes types, ExecutableNormalizedField field) {
        Map<Boolean, List<ExecutableNormalizedField>> parts = field.getChildren().stream()
                .collect(Collectors.partitioningBy(child -> child.getFieldName().equals("facets")));
        List<ExecutableNormalizedField> ofPage = Objects.requireNonNull(parts.get(false));
        boolean counted = ofPage.stream().anyMatch(child -> child.getFieldName().startsWith("totalCount"));
        // Counted once for the list, however many objects its page has.
        int facets = Objects.requireNonNull(parts.get(true)).stream()
                .mapToInt(child -> child.getChildren().size())
                .sum();
        return new Nested(
                PageRequest.DEFAULT_SIZE,
                value(field, SIZE),
                value(field, FILTER),
                counted,
                facets,
                0,
                of(schema, types, ofPage));
    }

    private static int weight(ReadTypes types, ExecutableNormalizedField field) {
        return types.milliseconds(field.getObjectTypeNames(), field.getFieldName());
    }

    private static int unpagedSize(
            ReadTypes types, ExecutableNormalizedField field, GraphQLFieldDefinition definition) {
        return field.getObjectTypeNames().stream()
                .mapToInt(type -> types.most(type, definition).orElseThrow())
                .max()
                .orElseThrow();
    }

    private static GraphQLFieldDefinition definition(GraphQLSchema schema, ExecutableNormalizedField field) {
        return field.getFieldDefinitions(schema).getFirst();
    }

    private static @Nullable Value<?> value(ExecutableNormalizedField field, String name) {
        return field.getAstArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .<@Nullable Value<?>>map(Argument::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * @param variables as the schema takes them, defaults put in
     * @throws RefusedDocument.BeyondLimits where the lists could hold too much, or take the database too long
     */
    void require(Map<String, Object> variables, Limits limits) {
        double objects = objects(variables);
        if (objects > limits.objects) {
            throw new RefusedDocument.BeyondLimits(
                    "Its lists could hold %.0f objects, at most %d are allowed: ask for less by `first`, or for fewer lists in lists"
                            .formatted(objects, limits.objects));
        }
        double milliseconds = milliseconds(variables);
        if (milliseconds > limits.milliseconds) {
            throw new RefusedDocument.BeyondLimits(
                    "Its counts, searches and figures weigh %.0f, at most %d are allowed: a count weighs %.0f, a search %.0f, with its count %.0f, and counts by facets %.0f"
                            .formatted(
                                    milliseconds,
                                    limits.milliseconds,
                                    COUNT,
                                    SEARCH,
                                    SEARCH + COUNT_OF_SEARCH,
                                    FACETS));
        }
    }

    double milliseconds(Map<String, Object> variables) {
        return milliseconds(0, variables);
    }

    private double milliseconds(double parents, Map<String, Object> variables) {
        return lists.stream()
                .mapToDouble(list -> list.milliseconds(parents, variables))
                .sum();
    }

    private double objects(Map<String, Object> variables) {
        return lists.stream().mapToDouble(list -> list.objects(variables)).sum();
    }
}
