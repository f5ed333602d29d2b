package org.safetyledger.read;

import static java.util.Map.entry;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * What documents are weighed by where no declaration of a table tells it: how long the database works for a field at the root
 * that has a resolver, and how many objects a list holds that is part of a record. What is missing here keeps the service from
 * starting, so that nothing is free because nobody thought of it.
 */
final class ResolvedBounds {
    /** Rough times in a city of a hundred thousand enterprises and a million hazards. */
    private static final Map<String, Integer> MILLISECONDS = Map.ofEntries(
            entry("campaignProgress", 200),
            entry("coverage", 300),
            entry("hazardDashboard", 60),
            entry("inspectionBudget", 10),
            entry("lookBackProgress", 50),
            entry("lookBacksDue", 200),
            entry("regulatorsFor", 5),
            entry("responsibilityGaps", 300),
            entry("verifyHistory", 20),
            entry("viewer", 1),
            entry("Viewer.waiting", 200),
            entry("visitRatings", 20),
            entry("visitStatistics", 300),
            entry("waiting", 200));

    private static final Map<String, Integer> MOST = Map.ofEntries(
            entry("BulletinFigures.areas", 200),
            entry("Coverage.cells", 1000),
            entry("Coverage.gaps", 1000),
            entry("CoverageCell.gaps", 10),
            entry("Deadline.skippedDays", 200),
            entry("HazardDashboard.byDay", 92),
            entry("HazardDashboard.byGrade", 10),
            entry("HazardDashboard.byIndustry", 30),
            entry("HazardDashboard.byJurisdiction", 200),
            entry("HazardDashboard.byStatus", 20),
            entry("InspectionBudget.authorities", 300),
            entry("Query.lookBacksDue", 1000),
            entry("Query.responsibilityGaps", 1000),
            entry("Query.waiting", 40),
            entry("RegulatorsFound.coordinating", 300),
            entry("RegulatorsFound.regulators", 300),
            entry("ResponsibleParties.holders", 100),
            entry("ResponsibleParties.sites", 20),
            entry("UserError.details", 20),
            entry("Viewer.waiting", 40),
            entry("VisitFigures.exemptBySource", 10),
            entry("VisitStatistics.authorities", 300));

    /** A refused command tells its first error, or those of some of its fields. */
    private static final int MOST_ERRORS = 20;

    private ResolvedBounds() {}

    /** @param field name of a field at the root of a query, or of another with its type before it */
    static int milliseconds(String field) {
        return MILLISECONDS.getOrDefault(field, 0);
    }

    /** How many objects the list holds at most; empty where it is none of a record. */
    static OptionalInt most(String type, String field) {
        if (type.endsWith(PageTypes.FACETS)) {
            return OptionalInt.of(Facet.MOST_VALUES);
        }
        Integer most =
                field.equals(SchemaTypes.USER_ERRORS) ? Integer.valueOf(MOST_ERRORS) : MOST.get(type + "." + field);
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /** @throws IllegalStateException where a root field has no weight, or a list without pages no maximum */
    static void require(GraphQLSchema schema, ReadTypes types) {
        for (GraphQLFieldDefinition root :
                Objects.requireNonNull(schema.getQueryType()).getFieldDefinitions()) {
            if (!types.reads(root.getName()) && !MILLISECONDS.containsKey(root.getName())) {
                throw new IllegalStateException("Root field " + root.getName()
                        + " has a resolver, but no weight: add how long the database works for it to ResolvedBounds");
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
                                    + " has neither pages nor a maximum: add it to ResolvedBounds");
                        }));
    }

    private static boolean isListOfObjects(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))
                && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer;
    }

    /** Refuses what a resolver gives beyond the maximum. */
    static void hold(GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
        MOST.forEach((list, most) -> {
            String type = list.substring(0, list.indexOf('.'));
            FieldCoordinates coordinates = FieldCoordinates.coordinates(type, list.substring(type.length() + 1));
            if (schema.getCodeRegistry().hasDataFetcher(coordinates)) {
                GraphQLFieldDefinition field = schema.getFieldDefinition(coordinates);
                code.dataFetcher(coordinates, held(schema.getCodeRegistry().getDataFetcher(coordinates, field), most));
            }
        });
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
