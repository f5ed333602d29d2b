package org.safetyledger.read;

import graphql.language.IntValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many objects the lists of a document can hold at most. Nested lists multiply, so that a short document can ask for more
 * than any memory holds; the depth and the number of its fields do not tell.
 */
record ObjectBound(List<Nested> lists) {
    static final ObjectBound NONE = new ObjectBound(List.of());

    private static final String SIZE = "first";
    private static final String NAMED = "ids";
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    /** Lists without pages, such as a visit's officers, are short by nature. */
    private static final int UNPAGED_SIZE = 10;

    /**
     * @param otherwise its size where the document gives none
     * @param first what the document gives; null where it gives none
     */
    record Nested(int otherwise, @Nullable Value<?> first, ObjectBound within) {
        private double objects(Map<String, Object> variables) {
            // A page of another size is refused for that, later.
            return Math.clamp(size(variables), 1, LARGEST_SIZE) * (1 + within.objects(variables));
        }

        private double size(Map<String, Object> variables) {
            return switch (first) {
                case IntValue literal -> literal.getValue().doubleValue();
                case VariableReference variable
                when variables.get(variable.getName()) instanceof Number number -> number.doubleValue();
                case null -> otherwise;
                default -> LARGEST_SIZE;
            };
        }
    }

    static ObjectBound of(GraphQLSchema schema, List<ExecutableNormalizedField> fields) {
        return new ObjectBound(
                fields.stream().flatMap(field -> nested(schema, field)).toList());
    }

    private static Stream<Nested> nested(GraphQLSchema schema, ExecutableNormalizedField field) {
        if (field.getFieldName().startsWith("__")) {
            return Stream.empty();
        }
        ObjectBound within = of(schema, field.getChildren());
        GraphQLFieldDefinition definition = field.getFieldDefinitions(schema).getFirst();
        if (definition.getArgument(SIZE) != null) {
            return Stream.of(new Nested(DEFAULT_SIZE, first(field), within));
        }
        boolean isConnectionPart = field.getParent() != null
                && field.getParent().getFieldDefinitions(schema).getFirst().getArgument(SIZE) != null;
        boolean isList = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        return isList && !isConnectionPart && field.hasChildren()
                ? Stream.of(
                        new Nested(definition.getArgument(NAMED) == null ? UNPAGED_SIZE : LARGEST_SIZE, null, within))
                : within.lists().stream();
    }

    private static @Nullable Value<?> first(ExecutableNormalizedField field) {
        return field.getAstArguments().stream()
                .filter(argument -> argument.getName().equals(SIZE))
                .<@Nullable Value<?>>map(argument -> argument.getValue())
                .findFirst()
                .orElse(null);
    }

    double objects(Map<String, Object> variables) {
        return lists.stream().mapToDouble(list -> list.objects(variables)).sum();
    }
}
