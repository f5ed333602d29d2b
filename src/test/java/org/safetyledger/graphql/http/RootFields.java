package org.safetyledger.graphql.http;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.stream.Stream;

/** The fields at the root that read objects of a type, as the schema has them: no list of them can be forgotten. */
final class RootFields {
    private RootFields() {}

    /** The lists that need no argument. */
    static List<GraphQLFieldDefinition> lists(GraphQLSchema schema) {
        return fields(schema)
                .filter(field -> field.getArguments().stream()
                        .noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType())))
                .filter(field -> typeName(field).endsWith("Connection"))
                .toList();
    }

    /** One object by its id or code. */
    static List<GraphQLFieldDefinition> objects(GraphQLSchema schema) {
        List<GraphQLObjectType> nodes = nodes(schema);
        return fields(schema)
                .filter(field -> GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLObjectType type
                        && nodes.contains(type))
                .toList();
    }

    /** The types whose objects have a node id. */
    static List<GraphQLObjectType> nodes(GraphQLSchema schema) {
        return schema.getImplementations((GraphQLInterfaceType) schema.getType("Node"));
    }

    /** By which argument an object is found: its id or, where it has none, its code. */
    static String key(GraphQLFieldDefinition object) {
        return object.getArgument("id") == null ? "code" : "id";
    }

    /** The orders of a list; none where it has only one. */
    static List<String> orders(GraphQLFieldDefinition list) {
        return list.getArgument("orderBy") == null
                ? List.of()
                : values((GraphQLEnumType)
                        GraphQLTypeUtil.unwrapAll(list.getArgument("orderBy").getType()));
    }

    static List<String> values(GraphQLEnumType type) {
        return type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .toList();
    }

    /** The type of the objects in a page. */
    static GraphQLObjectType node(GraphQLFieldDefinition list) {
        GraphQLObjectType page = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(list.getType());
        return (GraphQLObjectType)
                GraphQLTypeUtil.unwrapAll(page.getFieldDefinition("nodes").getType());
    }

    private static Stream<GraphQLFieldDefinition> fields(GraphQLSchema schema) {
        return schema.getQueryType().getFieldDefinitions().stream();
    }

    private static String typeName(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()).getName();
    }
}
