package org.safetyledger.read;

import graphql.schema.GraphQLFieldDefinition;
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
            .field(SchemaFields.field(
                    ID,
                    "ID!",
                    "TypeID: the type's prefix, an underscore and a UUID in 26 characters of Crockford's base 32."))
            .build();

    static final TypeResolver RESOLVER = environment ->
            environment.getSchema().getObjectType(String.valueOf(((Map<?, ?>) environment.getObject()).get(TYPE)));

    private NodeFields() {}

    static List<GraphQLFieldDefinition> definitions() {
        return List.of(
                SchemaFields.field(
                                ONE,
                                "Node",
                                "One object by its node id; null when it does not exist or is out of scope.")
                        .argument(SchemaFields.argument(ID, "ID!", "Node id."))
                        .build(),
                SchemaFields.field(
                                MANY,
                                "[Node]",
                                "Objects by their node ids, in the same order; null where one does not exist or is out of scope.")
                        .argument(SchemaFields.argument(IDS, "[ID!]!", "Up to 100 node ids."))
                        .build());
    }
}
