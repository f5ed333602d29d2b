package org.safetyledger.read;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphqlTypeBuilder;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ScalarForm;
import org.safetyledger.graphql.StrictCoercing;

/**
 * Finishes the schema that the engine makes of commands and resolvers: adds the types that the features declare, tells of no
 * directive that does nothing, puts all in order by name, describes what no class of this project stands for, and has
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

    /**
     * The directives that do something here. The library adds others whatever the schema says; whoever deprecates a field, gives a
     * scalar an address or an input the choice of one field names the directive here.
     */
    private static final Set<String> DIRECTIVES = Set.of("include", "skip");

    private static final DataFetcher<List<GraphQLDirective>> TOLD =
            environment -> environment.getGraphQLSchema().getDirectives().stream()
                    .filter(directive -> DIRECTIVES.contains(directive.getName()))
                    .sorted(Comparator.comparing(GraphQLDirective::getName))
                    .toList();

    private final ReadTypes types;
    private final List<SchemaPart> parts;
    private final ResolvedBounds bounds;

    LedgerSchema(ReadTypes types, @All List<SchemaPart> parts, ResolvedBounds bounds) {
        this.types = types;
        this.parts = parts;
        this.bounds = bounds;
    }

    /** @param engine the schema without directives */
    @Override
    public GraphQLSchema apply(GraphQLSchema engine) {
        GraphQLSchema schema =
                SchemaTransformer.transformSchema(SchemaTypes.addTo(engine, types, parts), new Describer());
        bounds.require(schema, types);
        return schema.transformWithoutTypes(builder ->
                builder.codeRegistry(schema.getCodeRegistry().transform(code -> {
                    code.dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), TOLD);
                    bounds.hold(schema, code);
                })));
    }

    private static final class Describer extends GraphQLTypeVisitorStub {
        @Override
        public TraversalControl visitGraphQLObjectType(
                GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
            String description = description(type);
            return changeNode(
                    context,
                    type.transform(
                            builder -> sorted(description == null ? builder : builder.description(description))));
        }

        @Override
        public TraversalControl visitGraphQLInterfaceType(
                GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
            return changeNode(context, type.transform(Describer::sorted));
        }

        @Override
        public TraversalControl visitGraphQLInputObjectType(
                GraphQLInputObjectType type, TraverserContext<GraphQLSchemaElement> context) {
            return changeNode(context, type.transform(Describer::sorted));
        }

        @Override
        public TraversalControl visitGraphQLEnumType(
                GraphQLEnumType type, TraverserContext<GraphQLSchemaElement> context) {
            return changeNode(context, type.transform(Describer::sorted));
        }

        @Override
        public TraversalControl visitGraphQLFieldDefinition(
                GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
            return changeNode(context, field.transform(Describer::sorted));
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

        /** What introspection tells comes in the order of the printed schema, whatever the order of declaration. */
        private static <B extends GraphqlTypeBuilder<B>> B sorted(B builder) {
            return builder.comparatorRegistry(GraphqlTypeComparatorRegistry.BY_NAME_REGISTRY);
        }

        private static @Nullable String description(GraphQLNamedType type) {
            return DESCRIPTIONS.get(type.getName());
        }
    }
}
