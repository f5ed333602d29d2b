package org.safetyledger.graphql.http;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.safetyledger.testing.Chance;

/** A random document of the schema's object graph, with the variables that it names. */
final class RandomQuery {
    /** The lists at the root that need no argument. */
    static final List<String> LISTS = List.of(
            "hazards",
            "inspections",
            "rectificationTasks",
            "enterprises",
            "evidence",
            "campaigns",
            "checklists",
            "people",
            "responsibilityAssignments",
            "jurisdictions",
            "departments",
            "hazardCategories",
            "industries",
            "keySectors",
            "matters",
            "judgementStandards",
            "judgementClauses",
            "deadlineRules",
            "workingCalendar");

    private static final List<String> OBJECTS = List.of(
            "hazard", "inspection", "rectificationTask", "enterprise", "jurisdiction", "department", "node", "nodes");

    private static final List<String> ROOTS =
            Stream.concat(LISTS.stream(), OBJECTS.stream()).toList();

    private static final Map<String, List<String>> FILTERS = Map.of(
            "hazards",
            List.of(
                    "{open: true}",
                    "{open: false, grade: GENERAL}",
                    "{statuses: [ASSIGNED, CONFIRMED]}",
                    "{jurisdiction: \"410225000000\"}",
                    "{industry: \"C\", overdue: true}",
                    "{reportedFrom: \"2026-01-01T00:00:00+08:00\", text: \"通道\"}"),
            "inspections",
            List.of("{kind: ENFORCEMENT}", "{statuses: [COMPLETED]}", "{plannedFrom: \"2026-02-01\"}"),
            "rectificationTasks",
            List.of("{overdue: false}", "{statuses: [PASSED, CANCELLED]}"),
            "enterprises",
            List.of("{text: \"企业\"}", "{industry: \"C\"}", "{status: ACTIVE}"));

    private static final Map<String, List<String>> ORDERS = Map.of(
            "hazards", List.of("DUE_AT_ASC", "DUE_AT_DESC", "REPORTED_AT_ASC", "REPORTED_AT_DESC"),
            "inspections", List.of("PLANNED_ON_ASC", "PLANNED_ON_DESC"),
            "rectificationTasks", List.of("DUE_AT_ASC", "DUE_AT_DESC"));

    /** They change between two readings, or tell what guards say that have tests of their own. */
    private static final Set<String> OF_THE_MOMENT = Set.of("hoursLeft", "availableActions", "url");

    private static final Set<String> CODES = Set.of("jurisdiction", "department");

    private final GraphQLSchema schema;
    private final Chance chance;
    private final Map<String, List<String>> ids;
    private final Map<String, Object> variables = new HashMap<>();
    private final List<String> declared = new ArrayList<>();
    private int names;

    /** @param ids ids or codes of objects by the field at the root that finds one */
    RandomQuery(GraphQLSchema schema, Chance chance, Map<String, List<String>> ids) {
        this.schema = schema;
        this.chance = chance;
        this.ids = ids;
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
        String name = chance.oneOf(ROOTS);
        GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(name);
        if (name.equals("node")) {
            return alias() + "node(id: " + variable("ID!", anyId()) + ") " + ofAnyType();
        }
        if (name.equals("nodes")) {
            return alias() + "nodes(ids: " + variable("[ID!]!", List.of(anyId(), anyId(), anyId())) + ") "
                    + ofAnyType();
        }
        if (OBJECTS.contains(name)) {
            String argument = field.getArguments().getFirst().getName();
            String id = variable(
                    argument.equals("id") ? "ID!" : "String!", chance.oneOf(ids.getOrDefault(name, List.of())));
            return alias() + name + "(" + argument + ": " + id + ") " + object(type(field), 3);
        }
        return list(field, 3);
    }

    private String anyId() {
        List<List<String>> ofNodes = ids.entrySet().stream()
                .filter(one -> !CODES.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return chance.oneOf(chance.oneOf(ofNodes));
    }

    private String ofAnyType() {
        StringBuilder parts = new StringBuilder("{ __typename " + alias() + "id");
        for (GraphQLObjectType type : schema.getImplementations((GraphQLInterfaceType) schema.getType("Node"))) {
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
        GraphQLObjectType connection = type(field);
        GraphQLObjectType node = (GraphQLObjectType)
                GraphQLTypeUtil.unwrapAll(connection.getFieldDefinition("nodes").getType());
        List<String> arguments = new ArrayList<>();
        arguments.add("first: " + variable("Int", 1 + chance.below(4)));
        if (FILTERS.containsKey(name) && chance.percent(40)) {
            arguments.add("filter: " + chance.oneOf(FILTERS.getOrDefault(name, List.of())));
        }
        if (ORDERS.containsKey(name) && chance.percent(50)) {
            arguments.add("orderBy: " + chance.oneOf(ORDERS.getOrDefault(name, List.of())));
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
