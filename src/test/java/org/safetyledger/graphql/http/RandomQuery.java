package org.safetyledger.graphql.http;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safetyledger.testing.Chance;

/** A random document of the schema's object graph, with the variables that it names. */
final class RandomQuery {
    /** Conditions beside the choices that the schema names. */
    private static final Map<String, List<String>> FILTERS = Map.of(
            "hazards",
            List.of(
                    "{open: true}",
                    "{open: false, grade: GENERAL}",
                    "{statuses: [ASSIGNED, CONFIRMED]}",
                    "{jurisdiction: \"410225000000\"}",
                    "{industry: \"C\", overdue: true}",
                    "{grades: [GENERAL, MAJOR], categories: [\"FIRE_FACILITIES\", \"SPECIAL_OPERATION\"]}",
                    "{matter: \"FIRE\", dueFrom: \"2026-01-01T00:00:00+08:00\", dueBefore: \"2026-12-01T00:00:00+08:00\"}",
                    "{updatedSince: \"2026-06-01T00:00:00+08:00\", source: GOVERNMENT}",
                    "{reportedFrom: \"2026-01-01T00:00:00+08:00\", text: \"通道\"}"),
            "inspections",
            List.of("{kind: ENFORCEMENT}", "{statuses: [COMPLETED]}", "{plannedFrom: \"2026-02-01\"}"),
            "rectificationTasks",
            List.of(
                    "{overdue: false}",
                    "{statuses: [PASSED, CANCELLED]}",
                    "{open: true, matter: \"FIRE\"}",
                    "{updatedSince: \"2026-06-01T00:00:00+08:00\"}"),
            "enterprises",
            List.of("{text: \"企业\"}", "{industry: \"C\"}", "{status: ACTIVE}"));

    /** They change between two readings, or tell what guards say or what lies elsewhere, which have tests of their own. */
    static final Set<String> OF_THE_MOMENT =
            Set.of("hoursLeft", "availableActions", "url", "actingHolders", "enterpriseCount");

    private static final Set<String> OF_PAGES = Set.of("first", "after", "orderBy");

    private final GraphQLSchema schema;
    private final List<GraphQLFieldDefinition> lists;
    private final List<GraphQLFieldDefinition> objects;
    private final Chance chance;
    private final Known known;
    private final Map<String, Object> variables = new HashMap<>();
    private final List<String> declared = new ArrayList<>();
    private int names;

    /** Ids and codes of objects by their types. */
    record Known(Map<String, List<String>> ids, Map<String, List<String>> codes) {}

    RandomQuery(GraphQLSchema schema, Chance chance, Known known) {
        this.schema = schema;
        this.lists = RootFields.lists(schema);
        this.objects = RootFields.objects(schema);
        this.chance = chance;
        this.known = known;
    }

    Map<String, Object> variables() {
        return variables;
    }

    String document() {
        String roots = root() + (chance.percent(25) ? " " + root() : "");
        String head = declared.isEmpty() ? "query" : "query(" + String.join(", ", declared) + ")";
        return head + " { " + roots + " }";
    }

    private String root() {
        int place = chance.below(lists.size() + objects.size() + 2);
        if (place < lists.size()) {
            return list(lists.get(place), 3);
        }
        if (place < lists.size() + objects.size()) {
            return object(objects.get(place - lists.size()));
        }
        return place == lists.size() + objects.size()
                ? alias() + "node(id: " + variable("ID!", anyId()) + ") " + ofAnyType()
                : alias() + "nodes(ids: " + variable("[ID!]!", List.of(anyId(), anyId(), anyId())) + ") " + ofAnyType();
    }

    private String object(GraphQLFieldDefinition field) {
        String key = RootFields.key(field);
        Map<String, List<String>> keys = key.equals("id") ? known.ids() : known.codes();
        String type = GraphQLTypeUtil.simplePrint(field.getArgument(key).getType());
        String value = variable(type, chance.oneOf(keys.getOrDefault(type(field).getName(), List.of())));
        return alias() + field.getName() + "(" + key + ": " + value + ") " + object(type(field), 3);
    }

    private String anyId() {
        return chance.oneOf(chance.oneOf(List.copyOf(known.ids().values())));
    }

    private String ofAnyType() {
        StringBuilder parts = new StringBuilder("{ __typename " + alias() + "id");
        for (GraphQLObjectType type : RootFields.nodes(schema)) {
            if (chance.percent(60)) {
                parts.append(" ... on ").append(type.getName()).append(' ').append(object(type, 2));
            }
        }
        return parts.append(" }").toString();
    }

    private String object(GraphQLObjectType type, int depth) {
        List<String> parts = new ArrayList<>();
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            GraphQLNamedType target = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
            boolean leaf = !(target instanceof GraphQLObjectType);
            if (OF_THE_MOMENT.contains(field.getName())) {
                continue;
            }
            if (leaf && chance.percent(35)) {
                parts.add(alias() + field.getName() + included());
            } else if (!leaf && depth > 0 && chance.percent(45)) {
                parts.add(
                        target.getName().endsWith("Connection")
                                ? list(field, depth - 1)
                                : alias() + field.getName() + included() + " " + object(type(field), depth - 1));
            }
        }
        if (chance.percent(20)) {
            parts.add("... on " + type.getName() + " { " + alias() + "__typename }");
        }
        parts.add("__typename");
        return "{ " + String.join(" ", parts) + " }";
    }

    private String list(GraphQLFieldDefinition field, int depth) {
        String name = field.getName();
        GraphQLObjectType node = RootFields.node(field);
        List<String> arguments = new ArrayList<>();
        arguments.add("first: " + variable("Int", 1 + chance.below(4)));
        List<String> conditions = conditions(field);
        if (!conditions.isEmpty() && chance.percent(40)) {
            arguments.add(chance.oneOf(conditions));
        }
        List<String> orders = RootFields.orders(field);
        if (!orders.isEmpty() && chance.percent(50)) {
            arguments.add("orderBy: " + chance.oneOf(orders));
        }
        List<String> parts = new ArrayList<>();
        if (chance.percent(70)) {
            parts.add(alias() + "nodes " + object(node, depth));
        }
        if (chance.percent(40)) {
            parts.add("edges { cursor node " + object(node, depth - 1) + " __typename }");
        }
        if (chance.percent(40)) {
            parts.add("pageInfo { hasNextPage hasPreviousPage startCursor " + alias() + "endCursor }");
        }
        if (parts.isEmpty() || chance.percent(30)) {
            parts.add(alias() + "totalCount");
        }
        return alias() + name + "(" + String.join(", ", arguments) + ") { " + String.join(" ", parts) + " }";
    }

    /** Those written down above, and a value for each choice among the arguments and the fields of the filter. */
    private List<String> conditions(GraphQLFieldDefinition list) {
        List<String> conditions = new ArrayList<>();
        FILTERS.getOrDefault(list.getName(), List.of()).forEach(filter -> conditions.add("filter: " + filter));
        for (GraphQLArgument argument : list.getArguments()) {
            if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType filter) {
                filter.getFieldDefinitions()
                        .forEach(field -> choice(field.getName(), field.getType())
                                .ifPresent(chosen -> conditions.add("filter: {" + chosen + "}")));
            } else if (!OF_PAGES.contains(argument.getName())) {
                choice(argument.getName(), argument.getType()).ifPresent(conditions::add);
            }
        }
        return conditions;
    }

    private Optional<String> choice(String name, GraphQLInputType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLEnumType choices
                ? Optional.of(name + ": " + chance.oneOf(RootFields.values(choices)))
                : Optional.empty();
    }

    private String included() {
        return chance.percent(10)
                ? " @include(if: " + variable("Boolean!", chance.percent(50)) + ")"
                : chance.percent(5) ? " @skip(if: false)" : "";
    }

    private String variable(String type, Object value) {
        String name = "v" + names++;
        declared.add("$" + name + ": " + type);
        variables.put(name, value);
        return "$" + name;
    }

    private String alias() {
        return "n" + names++ + ": ";
    }

    private static GraphQLObjectType type(GraphQLFieldDefinition field) {
        return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
    }
}
