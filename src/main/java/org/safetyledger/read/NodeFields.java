package org.safetyledger.read;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.TypeResolver;
import java.util.List;
import java.util.Map;

/** What the schema has of objects by their node ids, whatever their type. */
final class NodeFields {
    static final String ONE = "node";
    static final String MANY = "nodes";
    static final String ID = "id";
    static final String IDS = "ids";

    /** Names the type of an object that was read for the engine; no field of the schema has such a name. */
    static final String TYPE = "$type";

    static final GraphQLInterfaceType INTERFACE = GraphQLInterfaceType.newInterface()
            .name("Node")
            .description("An object with a globally unique id.")
            .field(
                    GraphQLFieldDefinition.newFieldDefinition()
                            .name(ID)
                            .type(ValueTypes.parsed("ID!"))
                            .description(
                                    "TypeID: the type's prefix, an underscore and a UUID in 26 characters of Crockford's base 32."))
            .build();

    static final TypeResolver RESOLVER = environment ->
            environment.getSchema().getObjectType(String.valueOf(((Map<?, ?>) environment.getObject()).get(TYPE)));

    private NodeFields() {}

    static List<GraphQLFieldDefinition> definitions() {
        return List.of(
                definition(
                        ONE,
                        "Node",
                        "One object by its node id; null when it does not exist or is out of scope.",
                        argument(ID, "ID!", "Node id.")),
                definition(
                        MANY,
                        "[Node]",
                        "Objects by their node ids, in the same order; null where one does not exist or is out of scope.",
                        argument(IDS, "[ID!]!", "Up to 100 node ids.")));
    }

    private static GraphQLFieldDefinition definition(
            String name, String type, String description, GraphQLArgument argument) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(ValueTypes.parsed(type))
                .description(description)
                .argument(argument)
                .build();
    }

    private static GraphQLArgument argument(String name, String type, String description) {
        return GraphQLArgument.newArgument()
                .name(name)
                .type((GraphQLInputType) ValueTypes.wrapped(graphql.parser.Parser.parseType(type)))
                .description(description)
                .build();
    }
}
