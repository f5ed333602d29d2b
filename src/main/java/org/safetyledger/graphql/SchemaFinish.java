package org.safetyledger.graphql;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes the types that no class of this project stands for, and takes out the engine's directives, none of which
 * the schema uses, with the scalars that only they mention. Declares lists of ids as such, and has scalars take values
 * strictly.
 */
public final class SchemaFinish implements EventingService {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "Query",
            "What can be read. Whatever lies outside the caller's area looks as if it did not exist.",
            "Mutation",
            "The commands, one for each verb of the domain. Each takes one input and answers with the changed object, or"
                    + " with user errors and nothing changed.",
            "Date",
            "A calendar day in Asia/Shanghai, as YYYY-MM-DD; 1901 to 2200.",
            "DateTime",
            "A moment by RFC 3339, with seconds and offset, e.g. 2026-03-01T08:30:00+08:00, kept to the microsecond; 1901 to"
                    + " 2200. Answers are in the offset of Asia/Shanghai.",
            "Int",
            "A whole number of 32 bits with its sign.",
            "Float",
            "A number with a fraction, in 64 bits (IEEE 754).");

    private static final GraphQLInputType LIST_OF_IDS =
            GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(Scalars.GraphQLID)));

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        GraphQLSchema schema = builder.clearDirectives().build();
        GraphQLSchema described = SchemaTransformer.transformSchema(schema, new Describer());
        return GraphQLSchema.newSchema(described)
                .codeRegistry(described.getCodeRegistry().transform(code -> resolveByName(described, code)));
    }

    /** The engine resolves interfaces to the types as they were before; a fragment wants those of this schema. */
    private static void resolveByName(GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLInterfaceType abstraction) {
                TypeResolver engine = code.getTypeResolver(abstraction);
                code.typeResolver(
                        abstraction,
                        environment -> environment
                                .getSchema()
                                .getObjectType(engine.getType(environment).getName()));
            }
        }
    }

    private static final class Describer extends GraphQLTypeVisitorStub {
        @Override
        public TraversalControl visitGraphQLObjectType(
                GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
            String description = description(type);
            return description == null
                    ? TraversalControl.CONTINUE
                    : changeNode(context, type.transform(builder -> builder.description(description)));
        }

        @Override
        public TraversalControl visitGraphQLScalarType(
                GraphQLScalarType type, TraverserContext<GraphQLSchemaElement> context) {
            ScalarForm form = ScalarForm.of(type.getName());
            return form == null
                    ? TraversalControl.CONTINUE
                    : changeNode(
                            context,
                            type.transform(builder -> builder.description(description(type))
                                    .coercing(new StrictCoercing(form, type.getCoercing()))));
        }

        /** The engine reads a list of ids as texts, but would declare it by its Java class. */
        @Override
        public TraversalControl visitGraphQLArgument(
                GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
            return argument.getName().equals("ids")
                    ? changeNode(context, argument.transform(builder -> builder.type(LIST_OF_IDS)))
                    : TraversalControl.CONTINUE;
        }

        private static @Nullable String description(GraphQLNamedType type) {
            return DESCRIPTIONS.get(type.getName());
        }
    }
}
