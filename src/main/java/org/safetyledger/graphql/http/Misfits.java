package org.safetyledger.graphql.http;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.TypeFromAST;
import graphql.language.NodeUtil;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.ScalarForm;

/** Values that are not of the form of their scalar: what is told of them, and where in the request they are. */
@ApplicationScoped
class Misfits {
    private static final String ARGUMENT = "argument";

    private final GraphQLSchema schema;

    Misfits(GraphQLSchema schema) {
        this.schema = schema;
    }

    static boolean isOne(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey(ScalarForm.EXPECTED);
    }

    /** The extensions of the error: where, what was wanted, and what was given. */
    static Map<String, Object> told(GraphQLError error) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", ErrorCode.BAD_INPUT.name());
        told.put(ARGUMENT, EngineMessages.subject(error.getMessage()));
        told.putAll(error.getExtensions());
        return told;
    }

    /** The errors with the path of a value within a variable: the engine names the variable alone. */
    List<GraphQLError> located(GraphQLRequest request, List<GraphQLError> errors) {
        return errors.stream()
                .map(error ->
                        error instanceof CoercingParseValueException && isOne(error) ? located(request, error) : error)
                .toList();
    }

    private GraphQLError located(GraphQLRequest request, GraphQLError error) {
        String path = pathOfRefused(request);
        if (path == null) {
            return error;
        }
        Map<String, Object> extensions = new LinkedHashMap<>(error.getExtensions());
        extensions.put(ARGUMENT, path);
        return CoercingParseValueException.newCoercingParseValueException()
                .message(error.getMessage())
                .extensions(extensions)
                .sourceLocation(error.getLocations().getFirst())
                .build();
    }

    private @Nullable String pathOfRefused(GraphQLRequest request) {
        Map<String, Object> variables = request.variables();
        for (VariableDefinition variable : NodeUtil.getOperation(
                        Parser.parse(request.document()), request.operationName())
                .operationDefinition
                .getVariableDefinitions()) {
            String path = within(
                    TypeFromAST.getTypeFromAST(schema, variable.getType()),
                    variables.get(variable.getName()),
                    variable.getName());
            if (path != null) {
                return path;
            }
        }
        return null;
    }

    private static @Nullable String within(@Nullable GraphQLType given, @Nullable Object value, String path) {
        if (given == null || value == null) {
            return null;
        }
        return switch (GraphQLTypeUtil.unwrapNonNull(given)) {
            case GraphQLList list when value instanceof List<?> elements -> inElements(list, elements, path);
            case GraphQLList list -> within(list.getWrappedType(), value, path);
            case GraphQLInputObjectType type when value instanceof Map<?, ?> members -> inMembers(type, members, path);
            case GraphQLScalarType scalar -> isTaken(scalar, value) ? null : path;
            default -> null;
        };
    }

    private static @Nullable String inElements(GraphQLList list, List<?> elements, String path) {
        for (int i = 0; i < elements.size(); i++) {
            String refused = within(list.getWrappedType(), elements.get(i), path + "[" + i + "]");
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static @Nullable String inMembers(GraphQLInputObjectType type, Map<?, ?> members, String path) {
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            String refused = within(field.getType(), members.get(field.getName()), path + "." + field.getName());
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static boolean isTaken(GraphQLScalarType scalar, Object value) {
        try {
            scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
            return true;
        } catch (CoercingParseValueException refused) {
            return false;
        }
    }
}
