package org.safetyledger.read;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ScalarForm;
import org.safetyledger.graphql.StrictCoercing;

/**
 * Finishes the schema that the engine makes of commands and resolvers: adds the types that the features declare, takes out
 * the engine's directives, none of which the schema uses, describes what no class of this project stands for, and has
 * scalars take values strictly.
 */
@Named("ledgerSchema")
@ApplicationScoped
class LedgerSchema implements UnaryOperator<GraphQLSchema> {
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

    private final ReadTypes types;
    private final List<SchemaPart> parts;

    LedgerSchema(ReadTypes types, @All List<SchemaPart> parts) {
        this.types = types;
        this.parts = parts;
    }

    /** @param engine the schema without directives */
    @Override
    public GraphQLSchema apply(GraphQLSchema engine) {
        return SchemaTransformer.transformSchema(SchemaTypes.addTo(engine, types, parts), new Describer());
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

        private static @Nullable String description(GraphQLNamedType type) {
            return DESCRIPTIONS.get(type.getName());
        }
    }
}
