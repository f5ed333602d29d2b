package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/** Lists at 50,000 hazards: the statements that the service sends, and how the database carries them out. */
@LedgerTest
@TestProfile(OwnLedger.class)
class MainListPlanTest {
    /** Of as many rows no index is faster than all of them. */
    private static final int SMALL_TABLE = 1_000;

    private static final String MAIN_LIST = """
            query($first: Int, $after: String) {
              hazards(first: $first, after: $after, filter: { open: true }) {
                pageInfo { endCursor }
                nodes {
                  id title dueAt
                  enterprise { id name }
                  jurisdiction { code name }
                  inspection { id plannedOn }
                  rectificationTasks(first: 5) { nodes { id status dueAt } }
                }
              }
            }
            """;
    private static final Map<String, TestCaller> CALLERS = Map.of(
            "city", TestCaller.CITY_OFFICER,
            "county", TestCaller.OFFICER_LANKAO,
            "town", TestCaller.TOWN_OFFICER_LANKAO,
            "city-department", TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
            "county-department", TestCaller.DEPARTMENT_LANKAO,
            "fire", TestCaller.FIRE_LANKAO,
            "general", TestCaller.GENERAL_LANKAO,
            "manager", TestCaller.MANAGER_LANKAO,
            "worker", TestCaller.WORKER_LANKAO);

    @BeforeEach
    void fill() throws Exception {
        LargeLedger.fill();
    }

    @Test
    void mainListSendsTheSameStatementsForEveryPageAndSize() {
        // Given
        SentRequest firstPage = mainList(20, null);
        String cursor = firstPage.answer().getString("data.hazards.pageInfo.endCursor");

        // When
        SentRequest small = mainList(5, null);
        SentRequest large = mainList(50, null);
        SentRequest secondPage = mainList(20, cursor);

        // Then
        assertEquals(50, large.answer().getList("data.hazards.nodes").size());
        assertEquals(20, secondPage.answer().getList("data.hazards.nodes").size());
        // The scope, and one statement for the list with all that is nested in it.
        assertEquals(2, firstPage.statements().size(), () -> String.join("\n", firstPage.statements()));
        assertEquals(2, small.statements().size(), () -> String.join("\n", small.statements()));
        assertEquals(2, large.statements().size(), () -> String.join("\n", large.statements()));
        assertEquals(2, secondPage.statements().size(), () -> String.join("\n", secondPage.statements()));
    }

    @Test
    void mainListReadsItsPageFromOneIndexInOrder() {
        // Given
        String cursor = mainList(20, null).answer().getString("data.hazards.pageInfo.endCursor");

        // When
        SentRequest.Plan first = mainList(20, null).plan("from hazard t");
        SentRequest.Plan second = mainList(20, cursor).plan("from hazard t");

        // Then
        for (SentRequest.Plan plan : List.of(first, second)) {
            assertTrue(plan.indexes().contains("hazard_county_due"), plan::toString);
            assertEquals(21, plan.rowsRead("hazard"), plan::toString);
            assertTrue(plan.rowsRead("enterprise") <= 21, plan::toString);
            assertTrue(plan.rowsRead("inspection") <= 21, plan::toString);
            assertTrue(List.of("division").containsAll(plan.tablesReadWhole()), plan::toString);
        }
    }

    @Test
    void tasksOfAPageOfHazardsAreReadFromOneIndex() {
        // When
        SentRequest.Plan plan = mainList(50, null).plan("from rectification_task t");

        // Then
        assertTrue(List.of("division").containsAll(plan.tablesReadWhole()), plan::toString);
        assertTrue(
                plan.indexes().stream()
                        .filter(index -> index.startsWith("rectification_task"))
                        .allMatch(index -> index.startsWith("rectification_task_hazard")),
                plan::toString);
        assertTrue(plan.rowsRead("rectification_task") <= 200, plan::toString);
    }

    /** Rows are those read from the table for a page of 20, the ones thrown away included. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "city              | hazards | orderBy: DUE_AT_ASC                                        | hazard_city_all_due      | 21",
                "city              | hazards | orderBy: DUE_AT_DESC                                       | hazard_city_all_due      | 21",
                "city              | hazards | orderBy: REPORTED_AT_ASC                                   | hazard_city_reported     | 21",
                "city              | hazards | orderBy: REPORTED_AT_DESC                                  | hazard_city_reported     | 21",
                "county            | hazards | orderBy: REPORTED_AT_DESC                                  | hazard_county_reported   | 21",
                "town              | hazards | orderBy: REPORTED_AT_DESC                                  | hazard_town_reported     | 21",
                "city              | hazards | filter: { open: true }                                     | hazard_city_due          | 21",
                "city              | hazards | filter: { open: true }, orderBy: DUE_AT_DESC               | hazard_city_due          | 21",
                "town              | hazards | filter: { open: true }                                     | hazard_town_due          | 21",
                "city              | hazards | filter: { statuses: [REOPENED] }                           | hazard_city_status_due   | 21",
                "city              | hazards | filter: { statuses: [REPORTED, CONFIRMED] }                | hazard_city_status_due   | 42",
                "county            | hazards | filter: { statuses: [REPORTED, CONFIRMED] }                | hazard_county_status_due | 42",
                "town              | hazards | filter: { statuses: [REPORTED, CONFIRMED] }                | hazard_town_status_due   | 42",
                "city              | hazards | filter: { grade: MAJOR }                                   | hazard_city_grade_due    | 21",
                "city              | hazards | filter: { grade: MAJOR, open: true }                       | *                        | 1000",
                "county            | hazards | filter: { grade: MAJOR }                                   | hazard_county_grade_due  | 21",
                "city              | hazards | filter: { open: true, jurisdiction: \"410225000000\" }     | hazard_county_due        | 21",
                "county            | hazards | filter: { open: true, jurisdiction: \"410225101000\" }     | hazard_town_due          | 21",
                "city              | hazards | filter: { industry: \"C\" }                                | hazard_city_section_due  | 21",
                "city              | hazards | filter: { industry: \"C26\" }                              | *                        | 5000",
                "city              | hazards | filter: { open: true, industry: \"C26\" }                  | *                        | 5000",
                "city              | hazards | filter: { category: \"FIRE_FACILITIES\" }                  | *                        | 3000",
                "city              | hazards | filter: { overdue: true }                                  | hazard_city_due          | 21",
                "county            | hazards | filter: { overdue: true }                                  | hazard_county_due        | 21",
                "city              | hazards | filter: { dueBefore: \"2100-01-01T00:00:00+08:00\" }       | hazard_city_all_due      | 21",
                "city              | hazards | filter: { selfClosed: true }                               | hazard_city_self_closed_due | 21",
                "county            | hazards | filter: { selfClosed: true }                               | hazard_county_self_closed_due | 21",
                "town              | hazards | filter: { selfClosed: true }, orderBy: REPORTED_AT_DESC    | hazard_town_self_closed_reported | 21",
                "city              | hazards | orderBy: GRADE_DESC                                        | hazard_city_grade_due    | 21",
                "county            | hazards | orderBy: GRADE_ASC                                         | hazard_county_grade_due  | 21",
                "town              | hazards | orderBy: GRADE_DESC                                        | hazard_town_grade_due    | 21",
                "city              | hazards | orderBy: STATUS_ASC                                        | hazard_city_status_due   | 21",
                "county            | hazards | orderBy: STATUS_DESC                                       | hazard_county_status_due | 21",
                "town              | hazards | orderBy: STATUS_DESC                                       | hazard_town_status_due   | 21",
                "city              | hazards | filter: { statuses: [CLOSED, REOPENED] }, orderBy: STATUS_DESC | hazard_city_status_due | 42",
                "city              | hazards | orderBy: UPDATED_AT_DESC                                   | hazard_city_updated      | 21",
                "county            | hazards | orderBy: UPDATED_AT_ASC                                    | hazard_county_updated    | 21",
                "town              | hazards | orderBy: UPDATED_AT_DESC                                   | hazard_town_updated      | 21",
                "city              | hazards | filter: { updatedSince: \"2026-01-01T00:00:00+08:00\" }, orderBy: UPDATED_AT_ASC | hazard_city_updated | 21",
                "city              | hazards | filter: { dueFrom: \"2026-01-01T00:00:00+08:00\", dueBefore: \"2100-01-01T00:00:00+08:00\" } | hazard_city_all_due | 21",
                "city              | hazards | filter: { matter: \"FIRE\" }                                 | hazard_city_matter_due   | 21",
                "county            | hazards | filter: { matter: \"FIRE\" }                                 | hazard_county_matter_due | 21",
                "city              | hazards | filter: { sector: \"GAS\" }                                  | hazard_city_sector_due   | 21",
                "county            | hazards | filter: { sector: \"GAS\" }                                  | *                        | 21",
                "city              | hazards | filter: { grades: [GENERAL, MAJOR], categories: [\"FIRE_FACILITIES\"] } | * | 3000",
                "city              | hazards | filter: { source: ENTERPRISE }                             | hazard_city_all_due      | 200",
                "city              | rectificationTasks | orderBy: UPDATED_AT_DESC                        | rectification_task_city_updated  | 21",
                "county            | rectificationTasks | orderBy: STATUS_DESC                            | rectification_task_county_status | 21",
                "town              | rectificationTasks | orderBy: UPDATED_AT_ASC                         | rectification_task_town_updated  | 21",
                "city              | rectificationTasks | filter: { sector: \"GAS\" }                       | rectification_task_city_sector_due | 21",
                "city              | rectificationTasks | filter: { open: true }                          | rectification_task_city_open     | 21",
                "county            | rectificationTasks | filter: { overdue: true }                       | rectification_task_county_open   | 21",
                "city              | inspections | orderBy: UPDATED_AT_DESC                               | inspection_city_updated   | 21",
                "town              | inspections | orderBy: STATUS_ASC                                    | inspection_town_status    | 21",
                "city-department   | hazards | filter: { open: true }                                     | *                        | 2000",
                "county-department | hazards | filter: { open: true }                                     | *                        | 500",
                "fire              | hazards | filter: { open: true }                                     | *                        | 1000",
                "fire              | rectificationTasks | orderBy: DUE_AT_ASC                             | *                        | 1000",
                "general           | hazards | filter: { open: true }                                     | hazard_county_due        | 21",
                "manager           | hazards | filter: { open: true }                                     | hazard_enterprise_due    | 21",
                "worker            | hazards | filter: { open: true }                                     | hazard_enterprise_due    | 21",
                "city              | rectificationTasks | orderBy: DUE_AT_ASC                             | rectification_task_city_due      | 21",
                "county            | rectificationTasks | orderBy: DUE_AT_DESC                            | rectification_task_county_due    | 21",
                "town              | rectificationTasks | orderBy: DUE_AT_DESC                            | rectification_task_town_due      | 21",
                "city              | rectificationTasks | filter: { statuses: [SUBMITTED] }               | rectification_task_city_status   | 21",
                "county            | rectificationTasks | filter: { statuses: [SUBMITTED, IN_PROGRESS] }  | rectification_task_county_status | 42",
                "manager           | rectificationTasks | orderBy: DUE_AT_ASC                             | rectification_task_enterprise_due | 21",
                "city              | inspections | orderBy: PLANNED_ON_DESC                               | inspection_city_planned   | 21",
                "county            | inspections | orderBy: PLANNED_ON_ASC                                | inspection_county_planned | 21",
                "town              | inspections | orderBy: PLANNED_ON_ASC                                | inspection_town_planned   | 21",
                "city              | inspections | filter: { statuses: [PLANNED] }                        | inspection_city_status    | 21",
                "county            | inspections | filter: { statuses: [PLANNED, COMPLETED] }             | inspection_county_status  | 42",
                "city              | inspections | filter: { authority: \"410225000000\" }               | inspection_city_authority_planned | 21",
                "county            | inspections | filter: { authority: \"410225000000\" }               | inspection_county_authority_planned | 21",
                "city              | inspections | filter: { checkKind: SPECIAL }                         | inspection_city_check_kind_planned | 21",
                "county            | inspections | filter: { checkKind: CASE }, orderBy: PLANNED_ON_ASC   | inspection_county_check_kind_planned | 21",
                "manager           | inspections | orderBy: PLANNED_ON_ASC                                | inspection_enterprise_planned | 21",
                "city              | enterprises | filter: { jurisdiction: \"410225000000\" }             | enterprise_county_name    | 21",
                "county            | enterprises |                                                        | enterprise_county_name    | 21",
                "city              | people | | person_city_name | 21",
                "city              | responsibilityAssignments | | responsibility_city | 21",
                "city-department   | people | | * | 2000",
                "city-department   | responsibilityAssignments | | * | 2000",
                "county-department | people | | * | 500",
                "county            | responsibilityAssignments | | * | 1500",
                "county-department | responsibilityAssignments | | * | 2500",
            })
    void listReadsItsPageFromAnIndex(String caller, String list, String arguments, String index, int rows) {
        // When
        SentRequest.Plan plan = SentRequest.of(CALLERS.get(caller), document(list, arguments), Map.of())
                .plan(table(list));

        // Then
        assertAll(
                () -> assertFalse(
                        plan.nodeTypes().contains("Seq Scan") && plan.rowsRead() > SMALL_TABLE, plan::toString),
                () -> assertTrue("*".equals(index) || List.of(index).equals(plan.indexes()), plan::toString),
                () -> assertTrue(plan.rowsRead() <= rows, plan::toString));
    }

    @Test
    void reportLooksForTheHoldersOfItsEnterpriseAmongFew() {
        // Given
        TestCaller officer = Objects.requireNonNull(CALLERS.get("county"));
        String enterprise = LedgerClient.as(officer)
                .query("{ enterprises(first: 1) { nodes { id } } }", Map.of())
                .getString("data.enterprises.nodes[0].id");

        // When
        SentRequest sent = SentRequest.of(
                officer,
                "mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { code } } }",
                Map.of("input", Map.of("enterpriseId", enterprise, "title", "通道堵塞", "category", "FIRE_FACILITIES")));
        SentRequest.Plan plan = sent.plan("from responsibility_assignment");

        // Then
        assertAll(
                () -> assertTrue(plan.indexes().contains("responsibility_general"), plan::toString),
                () -> assertTrue(plan.rowsRead() <= 100, plan::toString));
    }

    /** A few rows of the list are tried; then a rare text is found by ids, and a common one by walking on. */
    @ParameterizedTest
    @CsvSource({
        "city,              hazards,     DUE_AT_ASC,       nowhere,  hazard_city_all_due,    301",
        "city,              hazards,     DUE_AT_ASC,       损坏 12345, hazard_city_all_due,    310",
        "city,              hazards,     DUE_AT_ASC,       消防通道,   hazard_city_all_due,    1000",
        "city,              hazards,     REPORTED_AT_DESC, nowhere,  hazard_city_reported,   301",
        "county,            hazards,     DUE_AT_DESC,      nowhere,  hazard_county_all_due,  301",
        "county,            hazards,     DUE_AT_DESC,      消防通道,   hazard_county_all_due,  1000",
        "town,              hazards,     DUE_AT_ASC,       nowhere,  hazard_town_all_due,    301",
        "city,              enterprises, NAME,             nowhere,  enterprise_city_name,   301",
        "city-department,   hazards,     DUE_AT_ASC,       nowhere,  *,                      8000",
        "manager,           hazards,     DUE_AT_ASC,       nowhere,  hazard_enterprise_due,  2000",
    })
    void searchReadsFewRows(String caller, String list, String order, String text, String index, int rows) {
        // When
        SentRequest.Plan plan = search(caller, list, order, text, "").plan(table(list));

        // Then
        assertAll(
                () -> assertFalse(plan.nodeTypes().contains("Seq Scan"), plan::toString),
                () -> assertTrue("*".equals(index) || plan.indexes().contains(index), plan::toString),
                () -> assertTrue(plan.rowsRead() <= rows, plan::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "city,   nowhere,  1010",
        "county, nowhere,  1010",
        "city,   损坏 12345, 1010",
        "city,   消防通道,   120000",
    })
    void countOfASearchReadsFewRowsForARareText(String caller, String text, int rows) {
        // When
        SentRequest.Plan plan =
                search(caller, "hazards", "DUE_AT_ASC", text, "totalCount").plan("seen as materialized");

        // Then
        assertAll(
                () -> assertFalse(plan.nodeTypes().contains("Seq Scan"), plan::toString),
                () -> assertTrue(plan.rowsRead() <= rows, plan::toString));
    }

    @Test
    void pairsOfCharactersAreLookedUpInTheirIndex() throws Exception {
        try (var connection = LedgerDatabase.asSuperuser()) {
            // When
            List<String> plan = LedgerDatabase.texts(
                    connection,
                    "explain select object_id from searched_text where ledger_pairs(scope, array[searched])"
                            + " @> ledger_pairs('hazard410225', array['通道'])");

            // Then
            assertTrue(plan.toString().contains("Bitmap Index Scan on searched_text_pairs"), plan::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"city, 1, 10000, false", "city, 通道堵塞 9, *, true", "county, 通道堵塞, *, true"})
    void countOfASearchIsExactUpToTenThousand(String caller, String text, String count, boolean isExact) {
        // When
        SentRequest sent = search(caller, "hazards", "DUE_AT_ASC", text, "totalCount totalCountExact");
        var answer = sent.answer();

        // Then
        String place = caller.equals("city") ? "city_code = '4102'" : "county_code = '410225'";
        long matching = LedgerDatabase.number("select count(*) from hazard where " + place + " and title like '%"
                + text.replace(" ", "%' and title like '%") + "%'");
        assertEquals("*".equals(count) ? matching : Long.parseLong(count), answer.getLong("data.hazards.totalCount"));
        assertEquals(isExact, answer.getBoolean("data.hazards.totalCountExact"));
        assertEquals(isExact, matching <= 10_000);
        // The scope, the page and the count.
        assertEquals(3, sent.statements().size(), () -> String.join("\n", sent.statements()));
    }

    private static SentRequest search(String caller, String list, String order, String text, String more) {
        String orderBy = list.equals("enterprises") ? "" : ", orderBy: " + order;
        return SentRequest.of(
                CALLERS.get(caller),
                "query($text: String!) { " + list + "(first: 20" + orderBy + ", filter: {text: $text}) { " + more
                        + " nodes { id } } }",
                Map.of("text", text));
    }

    private static SentRequest mainList(int first, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", first);
        variables.put("after", after);
        return SentRequest.of(TestCaller.OFFICER_LANKAO, MAIN_LIST, variables);
    }

    private static String document(String list, @Nullable String arguments) {
        return "{ " + list + "(first: 20" + (arguments == null ? "" : ", " + arguments) + ") { nodes { id } } }";
    }

    private static String table(String list) {
        return switch (list) {
            case "hazards" -> "from hazard t";
            case "rectificationTasks" -> "from rectification_task t";
            case "inspections" -> "from inspection t";
            case "people" -> "from person t";
            case "responsibilityAssignments" -> "from responsibility_assignment t";
            default -> "from enterprise t";
        };
    }
}
