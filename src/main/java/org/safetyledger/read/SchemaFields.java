package org.safetyledger.read;

import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;

/** The fields and arguments of the schema's types, by their types as the schema writes them. */
public final class SchemaFields {
    private SchemaFields() {}

    public static GraphQLFieldDefinition.Builder field(String name, String type, String description) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(ValueTypes.parsed(type))
                .description(description);
    }

    public static GraphQLArgument.Builder argument(String name, String type, String description) {
        return GraphQLArgument.newArgument().name(name).type(input(type)).description(description);
    }

    public static GraphQLInputType input(String type) {
        return (GraphQLInputType) ValueTypes.wrapped(Parser.parseType(type));
    }
}
