package org.safetyledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/**
 * Tells of each filter, order and tier of the lists of work how the database reads the first page, and what the counts by facets
 * cost beside the count: {@code ./mvnw test -Dtest=WorkListPlans -Dhazards=1000000 [-Dtiers=city,county]}. Its name ends so that
 * it runs only when it is asked for.
 */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class WorkListPlans {
    private static final int HAZARDS = Integer.getInteger("hazards", LargeLedger.HAZARDS);
    private static final List<String> TIERS =
            List.of(System.getProperty("tiers", "city,county,town,department,matters,enterprise")
                    .split(","));
    private static final Map<String, TestCaller> CALLERS = Map.of(
            "city", TestCaller.CITY_OFFICER,
            "county", TestCaller.OFFICER_LANKAO,
            "town", TestCaller.TOWN_OFFICER_LANKAO,
            "department", TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
            "matters", TestCaller.FIRE_LANKAO,
            "enterprise", TestCaller.MANAGER_LANKAO);
    private static final String NONE = "";
    private static final Map<String, List<String>> FILTERS = Map.of(
            "hazards",
            List.of(
                    NONE,
                    "open: true",
                    "statuses: [REPORTED, CONFIRMED]",
                    "grade: MAJOR",
                    "grades: [GENERAL, MAJOR]",
                    "category: \"FIRE_FACILITIES\"",
                    "categories: [\"FIRE_FACILITIES\", \"NONE\"]",
                    "categories: [\"NONE\"]",
                    "matter: \"FIRE\"",
                    "sector: \"GAS\"",
                    "sector: \"FISHING_VESSEL\"",
                    "source: ENTERPRISE",
                    "industry: \"C\"",
                    "overdue: true",
                    "dueFrom: \"2026-01-01T00:00:00+08:00\", dueBefore: \"2026-02-01T00:00:00+08:00\"",
                    "updatedSince: \"2026-01-01T00:00:00+08:00\"",
                    "updatedSince: \"2100-01-01T00:00:00+08:00\"",
                    "jurisdiction: \"410225101000\""),
            "rectificationTasks",
            List.of(
                    NONE,
                    "open: true",
                    "statuses: [SUBMITTED]",
                    "matter: \"FIRE\"",
                    "sector: \"GAS\"",
                    "overdue: true",
                    "dueFrom: \"2026-01-01T00:00:00+08:00\", dueBefore: \"2026-02-01T00:00:00+08:00\"",
                    "updatedSince: \"2100-01-01T00:00:00+08:00\""),
            "inspections",
            List.of(
                    NONE,
                    "statuses: [PLANNED]",
                    "kind: ENFORCEMENT",
                    "source: TIP",
                    "matter: \"FIRE\"",
                    "sector: \"GAS\"",
                    "plannedFrom: \"2026-01-01\", plannedTo: \"2026-02-01\"",
                    "updatedSince: \"2100-01-01T00:00:00+08:00\""));
    private static final Map<String, List<String>> ORDERS = Map.of(
            "hazards", List.of("DUE_AT", "REPORTED_AT", "GRADE", "STATUS", "UPDATED_AT"),
            "rectificationTasks", List.of("DUE_AT", "STATUS", "UPDATED_AT"),
            "inspections", List.of("PLANNED_ON", "STATUS", "UPDATED_AT"));
    private static final Map<String, String> TABLES = Map.of(
            "hazards",
            "from hazard t",
            "rectificationTasks",
            "from rectification_task t",
            "inspections",
            "from inspection t");
    private static final Map<String, String> FACETS = Map.of(
            "hazards", "status grade category industry county town overdue",
            "rectificationTasks", "status industry county town overdue",
            "inspections", "status kind industry county town");

    private final List<String> refused = new ArrayList<>();

    @Test
    void tell() throws Exception {
        fill();
        System.out.println("| tier | list | filter | order | index | rows read | rows sorted | ms |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (String tier : TIERS) {
            FILTERS.forEach((list, filters) -> filters.forEach(filter -> {
                for (String order : Objects.requireNonNull(ORDERS.get(list))) {
                    tell(tier, list, filter, order + "_ASC");
                    tell(tier, list, filter, order + "_DESC");
                }
            }));
        }
        System.out.println("| tier | list | filter | count ms | facets ms | index of facets |");
        System.out.println("|---|---|---|---|---|---|");
        for (String tier : TIERS) {
            FILTERS.forEach((list, filters) -> filters.forEach(filter -> tellFacets(tier, list, filter)));
        }
        assertEquals(List.of(), refused, "These took longer than a statement may: ");
    }

    private static void fill() throws Exception {
        if (LedgerDatabase.number("select count(*) from hazard") < HAZARDS) {
            try (Connection connection = LedgerDatabase.asSuperuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("set bench.years = 10");
                statement.execute("set bench.sectors = 'on'");
                HazardGenerator.generate(HAZARDS, connection);
                connection.setAutoCommit(true);
                statement.execute("vacuum analyze");
            }
        }
    }

    private void tell(String tier, String list, String filter, String order) {
        String document =
                "{ " + list + "(first: 20, orderBy: " + order + ", filter: {" + filter + "}) { nodes { id } } }";
        SentRequest.Plan plan = plan(tier, document, Objects.requireNonNull(TABLES.get(list)));
        if (plan != null) {
            row(
                    tier,
                    list,
                    filter,
                    order,
                    String.join(" ", plan.indexes()),
                    plan.rowsRead(),
                    sorted(plan.root()),
                    Math.round(plan.milliseconds() * 10) / 10.0);
        }
    }

    private void tellFacets(String tier, String list, String filter) {
        String facets = Objects.requireNonNull(FACETS.get(list)).replaceAll("(\\w+)", "$1 { value count }");
        String asked = "{ " + list + "(first: 1, filter: {" + filter + "}) { totalCount ";
        SentRequest.Plan count = plan(tier, asked + "} }", "select count(*) from");
        SentRequest.Plan counts = plan(tier, asked + "facets { " + facets + " } } }", "groups as materialized");
        if (count != null && counts != null) {
            row(
                    tier,
                    list,
                    filter,
                    Math.round(count.milliseconds()),
                    Math.round(counts.milliseconds()),
                    String.join(" ", counts.indexes()));
        }
    }

    private SentRequest.@Nullable Plan plan(String tier, String document, String fragment) {
        TestCaller caller = Objects.requireNonNull(CALLERS.get(tier));
        if (!LedgerClient.as(caller).errorCodes(document, Map.of()).isEmpty()) {
            refused.add(tier + " " + document);
            return null;
        }
        return SentRequest.of(caller, document, Map.of()).plan(fragment);
    }

    /** The most rows that one step put in order. */
    private static long sorted(JsonNode node) {
        long most = node.path("Node Type").asText().endsWith("Sort")
                ? node.path("Plans").get(0).get("Actual Rows").asLong()
                : 0;
        for (JsonNode child : node.has("Plan") ? List.of(node.get("Plan")) : node.path("Plans")) {
            most = Math.max(most, sorted(child));
        }
        return most;
    }

    private static void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        System.out.println(row);
    }
}
