package org.safetyledger.read;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.Refusal;

/**
 * What documents are weighed by where no declaration of a table tells it: how long the database works for a field at the root
 * that has a resolver, and how many objects a list holds that is part of a record. Each feature says that of its own. What is
 * missing keeps the service from starting, so that nothing is free because nobody thought of it.
 */
@ApplicationScoped
class ResolvedBounds {
    /** A refused command tells its first error, or those of some of its fields. */
    private static final int MOST_ERRORS = 20;

    /** What a refused command names of one error. */
    private static final FieldBound DETAILS = FieldBound.list("UserError", "details", 20);

    private final Map<String, FieldBound> bounds = new HashMap<>();

    ResolvedBounds(@All List<BoundSource> sources) {
        add(DETAILS);
        sources.forEach(source -> source.bounds().forEach(this::add));
    }

    private void add(FieldBound bound) {
        if (bounds.put(bound.name(), bound) != null) {
            throw new IllegalStateException("The bound of " + bound.name() + " is said twice");
        }
    }

    /** How long the database works for the field of one of these types. */
    int milliseconds(Set<String> types, String field) {
        return types.stream()
                .map(type -> bounds.get(type + "." + field))
                .filter(Objects::nonNull)
                .mapToInt(FieldBound::milliseconds)
                .max()
                .orElse(0);
    }

    /** How many objects the list holds at most; empty where it is none of a record. */
    OptionalInt most(String type, String field) {
        if (type.endsWith(PageTypes.FACETS)) {
            return OptionalInt.of(Facet.MOST_VALUES);
        }
        if (field.equals(SchemaTypes.USER_ERRORS)) {
            return OptionalInt.of(MOST_ERRORS);
        }
        FieldBound bound = bounds.get(type + "." + field);
        return bound == null ? OptionalInt.empty() : bound.most();
    }

    /** @throws IllegalStateException where a root field has no weight, or a list without pages no maximum */
    void require(GraphQLSchema schema, ReadTypes types) {
        Set<String> weighed = bounds.values().stream()
                .filter(bound -> bound.isRoot() && bound.milliseconds() > 0)
                .map(FieldBound::field)
                .collect(Collectors.toSet());
        for (GraphQLFieldDefinition root :
                Objects.requireNonNull(schema.getQueryType()).getFieldDefinitions()) {
            if (!types.reads(root.getName()) && !weighed.contains(root.getName())) {
                throw new IllegalStateException(
                        "Root field " + root.getName()
                                + " has a resolver, but no weight: a BoundSource has to say how long the database works for it");
            }
        }
        schema.getAllTypesAsList().stream()
                .filter(type ->
                        type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
                .map(GraphQLObjectType.class::cast)
                .forEach(type -> type.getFieldDefinitions().stream()
                        .filter(field -> isListOfObjects(field)
                                && types.most(type.getName(), field).isEmpty())
                        .findFirst()
                        .ifPresent(field -> {
                            throw new IllegalStateException("List " + type.getName() + "." + field.getName()
                                    + " has neither pages nor a maximum: a BoundSource has to say it");
                        }));
    }

    private static boolean isListOfObjects(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))
                && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer;
    }

    /** Refuses what a resolver gives beyond the maximum. */
    void hold(GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
        for (FieldBound bound : bounds.values()) {
            FieldCoordinates coordinates = FieldCoordinates.coordinates(bound.type(), bound.field());
            if (bound.most().isPresent() && schema.getCodeRegistry().hasDataFetcher(coordinates)) {
                GraphQLFieldDefinition field = schema.getFieldDefinition(coordinates);
                DataFetcher<?> fetcher = schema.getCodeRegistry().getDataFetcher(coordinates, field);
                code.dataFetcher(coordinates, held(fetcher, bound.most().getAsInt()));
            }
        }
    }

    private static DataFetcher<Object> held(DataFetcher<?> fetcher, int most) {
        return environment -> {
            Object answer = fetcher.get(environment);
            requireAtMost(most, answer instanceof DataFetcherResult<?> result ? result.getData() : answer);
            return answer;
        };
    }

    private static void requireAtMost(int most, @Nullable Object value) {
        if (value instanceof Collection<?> list && list.size() > most) {
            throw Refusal.of(ErrorCode.LIMIT_EXCEEDED);
        }
    }
}
