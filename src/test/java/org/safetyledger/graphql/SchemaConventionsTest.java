package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.IntValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conventions that hold for the committed schema, which the service is known to serve. */
class SchemaConventionsTest {
    private static final Pattern DOUBLED_SUFFIX =
            Pattern.compile(".*(InputInput|FilterInput|OrderInput|ViewView|View|PayloadPayload|ConnectionConnection)");
    private static final String LIST_OF_NON_NULL = "\\[\\w+!]";

    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(SchemaTest.COMMITTED.toFile()));

    @Test
    void namesHaveNoDoubledSuffix() {
        assertEquals(
                List.of(),
                SCHEMA.getAllTypesAsList().stream()
                        .map(GraphQLNamedType::getName)
                        .filter(name -> DOUBLED_SUFFIX.matcher(name).matches())
                        .toList());
    }

    @Test
    void listsInAnswersAreNeverNullAndHoldNoNullsButForMissingNodes() {
        assertEquals(
                List.of("Query.nodes: [Node]"),
                objects()
                        .flatMap(type -> fields(type)
                                .filter(field -> GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType())))
                                .filter(field -> !print(field).matches(LIST_OF_NON_NULL + "!"))
                                .map(field -> type.getName() + "." + field.getName() + ": " + print(field)))
                        .toList());
    }

    @Test
    void listsInInputsHoldNoNulls() {
        assertEquals(
                List.of(),
                inputs().flatMap(type -> type.getFieldDefinitions().stream()
                                .map(field -> GraphQLTypeUtil.simplePrint(field.getType()))
                                .filter(text -> text.startsWith("["))
                                .filter(text -> !text.matches(LIST_OF_NON_NULL + "!?"))
                                .map(text -> type.getName() + ": " + text))
                        .toList());
    }

    @Test
    void noFilterDemandsACondition() {
        assertEquals(
                List.of(),
                inputs().filter(type -> type.getName().endsWith("Filter"))
                        .flatMap(type -> type.getFieldDefinitions().stream()
                                .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                                .map(field -> type.getName() + "." + field.getName()))
                        .toList());
    }

    @Test
    void everyConnectionTakesACursorAndTwentyByDefault() {
        assertEquals(
                List.of(),
                objects()
                        .flatMap(type -> fields(type)
                                .filter(field -> print(field).matches("\\w+Connection!?"))
                                .filter(field -> !isPaged(field))
                                .map(field -> type.getName() + "." + field.getName()))
                        .toList());
    }

    @Test
    void everyMutationTakesOneInputAndAnswersWithAPayload() {
        assertEquals(
                List.of(),
                fields(Objects.requireNonNull(SCHEMA.getMutationType()))
                        .filter(field -> !print(field).matches("\\w+Payload")
                                || !field.getArguments().stream()
                                        .map(argument -> argument.getName() + " "
                                                + print(argument).matches("\\w+Input!"))
                                        .toList()
                                        .equals(List.of("input true")))
                        .map(GraphQLFieldDefinition::getName)
                        .toList());
    }

    @Test
    void objectsWithNodeIdsAreNodes() {
        // Parts of another object have an id to be named by, but are only found through that object.
        Set<String> parts = Set.of("ChecklistItem", "DeadlineExtension", "Finding", "SupervisionFinding");
        assertEquals(
                List.of(),
                objects()
                        .filter(type -> type.getFieldDefinition("id") != null)
                        .filter(type -> type.getInterfaces().stream()
                                .noneMatch(one -> one.getName().equals("Node")))
                        .map(GraphQLObjectType::getName)
                        .filter(name -> !parts.contains(name))
                        .toList());
    }

    private static boolean isPaged(GraphQLFieldDefinition field) {
        GraphQLArgument first = field.getArgument("first");
        GraphQLArgument after = field.getArgument("after");
        return first != null
                && after != null
                && first.getArgumentDefaultValue().getValue() instanceof IntValue size
                && size.getValue().intValueExact() == 20
                && print(after).equals("String");
    }

    private Stream<GraphQLObjectType> objects() {
        return SCHEMA.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast);
    }

    private Stream<GraphQLInputObjectType> inputs() {
        return SCHEMA.getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast);
    }

    private static Stream<GraphQLFieldDefinition> fields(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream();
    }

    private static String print(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.simplePrint(field.getType());
    }

    private static String print(GraphQLArgument argument) {
        return GraphQLTypeUtil.simplePrint(argument.getType());
    }
}
