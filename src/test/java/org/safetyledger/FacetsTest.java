package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/** Counts by facets are those of the lists that are filtered by their values, for whoever asks. */
@LedgerTest
@TestProfile(OwnLedger.class)
class FacetsTest {
    private static final String OF_HAZARDS = "status grade category matter sector industry county town overdue"
            .replaceAll("(\\w+)", "$1 { value count }");

    /** The condition that finds what has a value of a facet. */
    private static final Map<String, String> CONDITIONS = Map.of(
            "status", "statuses: [%s]",
            "grade", "grade: %s",
            "category", "category: \"%s\"",
            "matter", "matter: \"%s\"",
            "sector", "sector: \"%s\"",
            "industry", "industry: \"%s\"",
            "county", "jurisdiction: \"%s\"",
            "town", "jurisdiction: \"%s\"",
            "overdue", "overdue: %s");

    private static final Map<String, TestCaller> CALLERS = Map.of(
            "city", TestCaller.CITY_OFFICER,
            "county", TestCaller.OFFICER_LANKAO,
            "town", TestCaller.TOWN_OFFICER_LANKAO,
            "fire", TestCaller.FIRE_LANKAO,
            "manager", TestCaller.MANAGER_LANKAO);

    @BeforeEach
    void fill() throws Exception {
        LargeLedger.fill();
    }

    static Stream<TestCaller> callers() {
        return Stream.of(
                TestCaller.CITY_OFFICER,
                TestCaller.OFFICER_LANKAO,
                TestCaller.TOWN_OFFICER_LANKAO,
                TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
                TestCaller.FIRE_LANKAO,
                TestCaller.MANAGER_LANKAO,
                TestCaller.WORKER_LANKAO);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void countsAreThoseOfTheFilteredLists(TestCaller caller) {
        assertCountsAreThoseOfTheLists(caller, "open: true");
    }

    /** Each two of what a hazard is, its trade, its place and who found it are counted together; a third one is looked for in the rows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "city | statuses: [CLOSED, RECTIFYING], grade: GENERAL | true",
                "city | statuses: [] | true",
                "city | category: \"FIRE_FACILITIES\", grades: [GENERAL, MAJOR] | true",
                "city | categories: [\"FIRE_FACILITIES\", \"NONE\"], open: false | true",
                "city | matter: \"FIRE\", jurisdiction: \"410225000000\" | true",
                "city | industry: \"C\" | true",
                "city | source: ENTERPRISE | true",
                "city | jurisdiction: \"410225101000\" | true",
                "city | industry: \"C\", category: \"FIRE_FACILITIES\" | false",
                "city | industry: \"C26\" | false",
                "city | overdue: true | false",
                "county | source: ENTERPRISE, jurisdiction: \"410200000000\" | true",
                "town | open: false | true",
                "town | source: GOVERNMENT, matter: \"FIRE\" | false",
                "fire | open: false | false",
                "manager | open: false | false",
            })
    void keptCountsAreThoseOfTheRows(String caller, String filter, boolean kept) {
        SentRequest sent = assertCountsAreThoseOfTheLists(Objects.requireNonNull(CALLERS.get(caller)), filter);
        assertEquals(
                kept,
                sent.statements().getLast().contains("from hazard_facet_cell t"),
                () -> sent.statements().getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "city | open: false | city_code = '4102' and not open",
                "county | matter: \"FIRE\" | county_code = '410225' and matter = 'FIRE'",
                "town | statuses: [PASSED, SUBMITTED] | town_code = '410225101' and status in ('PASSED', 'SUBMITTED')",
            })
    void keptCountsOfTasksAreThoseOfTheRows(String caller, String filter, String condition) throws SQLException {
        // When
        SentRequest sent = SentRequest.of(
                Objects.requireNonNull(CALLERS.get(caller)),
                "{ rectificationTasks(first: 1, filter: {" + filter + "}) { totalCount facets { status { value count }"
                        + " industry { value count } town { value count } } } }",
                Map.of());

        // Then
        String rows = " from rectification_task where " + condition;
        assertTrue(sent.statements().getLast().contains("from rectification_task_cell t"));
        assertEquals(
                LedgerDatabase.number("select count(*)" + rows),
                sent.answer().getLong("data.rectificationTasks.totalCount"));
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            for (Map.Entry<String, String> facet : Map.of(
                            "status", "status", "industry", "industry_section", "town", "town_code || '000'")
                    .entrySet()) {
                List<Map<String, Object>> counts =
                        sent.answer().getList("data.rectificationTasks.facets." + facet.getKey());
                assertEquals(
                        Set.copyOf(LedgerDatabase.texts(
                                connection,
                                "select " + facet.getValue() + " || ' ' || count(*)" + rows + " group by "
                                        + facet.getValue())),
                        counts.stream()
                                .map(one -> one.get("value") + " " + one.get("count"))
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static SentRequest assertCountsAreThoseOfTheLists(TestCaller caller, String filtered) {
        // Given
        LedgerClient client = LedgerClient.as(caller);

        // When
        SentRequest sent = SentRequest.of(
                caller,
                "{ hazards(first: 1, filter: {" + filtered + "}) { totalCount nodes { id } facets { " + OF_HAZARDS
                        + " } } }",
                Map.of());
        JsonPath answer = sent.answer();

        // Then
        int total = answer.getInt("data.hazards.totalCount");
        List<Executable> checks = new ArrayList<>();
        CONDITIONS.forEach((facet, condition) -> {
            List<Map<String, Object>> counts = answer.getList("data.hazards.facets." + facet);
            int sum = counts.stream().mapToInt(FacetsTest::count).sum();
            boolean ofEach = !facet.equals("matter") && !facet.equals("sector");
            checks.add(
                    () -> assertTrue(ofEach ? sum == total : sum <= total, () -> facet + " of " + answer.prettify()));
            counts.stream().limit(3).forEach(one -> {
                String chosen = condition.formatted(one.get("value"));
                if (filtered.contains(chosen.substring(0, chosen.indexOf(':') + 1))) {
                    return;
                }
                String filter = "{" + filtered + ", " + chosen + "}";
                int listed = client.query("{ hazards(filter: " + filter + ") { totalCount } }")
                        .getInt("data.hazards.totalCount");
                checks.add(() -> assertEquals(listed, count(one), filter));
            });
        });
        int listed = client.query("{ hazards(filter: {" + filtered + "}) { totalCount } }")
                .getInt("data.hazards.totalCount");
        checks.add(() -> assertEquals(listed, total, filtered));
        assertAll(checks);
        return sent;
    }

    @Test
    void onlyWhatIsAskedForIsCountedInOneStatement() {
        // When
        SentRequest sent = SentRequest.of(
                TestCaller.OFFICER_LANKAO,
                "{ hazards(first: 5) { all: facets { states: status { n: count value __typename } __typename }"
                        + " facets { overdue { value } } nodes { id } } }",
                Map.of());

        // Then
        // The scope, the page and the counts.
        assertEquals(3, sent.statements().size(), () -> String.join("\n", sent.statements()));
        assertFalse(
                sent.statements().getLast().contains("category_code"),
                () -> sent.statements().getLast());
        JsonPath answer = sent.answer();
        assertEquals("HazardFacets", answer.getString("data.hazards.all.__typename"));
        assertEquals("FacetCount", answer.getString("data.hazards.all.states[0].__typename"));
        assertEquals(
                LedgerDatabase.number(
                        "select max(n) from (select count(*) n from hazard where county_code = '410225' group by status) s"),
                answer.getLong("data.hazards.all.states[0].n"));
        assertEquals(2, answer.getList("data.hazards.facets.overdue").size());
    }

    @Test
    void mostFrequentValuesComeFirst() {
        // When
        List<Integer> counts = LedgerClient.as(TestCaller.CITY_OFFICER)
                .query("{ rectificationTasks { facets { town { value count } } } }")
                .getList("data.rectificationTasks.facets.town.count");

        // Then
        assertEquals(counts.stream().sorted((one, other) -> other - one).toList(), counts);
        assertTrue(counts.size() > 50, counts::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"通道堵塞 9", "nowhere", "通道"})
    void searchIsCountedAsFarAsItsCountGoes(String text) {
        // When
        JsonPath answer = LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($text: String!) { hazards(filter: {text: $text}) { totalCount facets { grade { count } overdue { count } } } }",
                        Map.of("text", text));

        // Then
        int total = answer.getInt("data.hazards.totalCount");
        assertEquals(total, sum(answer.getList("data.hazards.facets.grade.count")), answer::prettify);
        assertEquals(total, sum(answer.getList("data.hazards.facets.overdue.count")), answer::prettify);
    }

    @Test
    void listsBelowObjectsAreCountedEachByItself() {
        // When
        JsonPath answer = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query(
                        "{ enterprises(first: 5) { nodes { hazards(first: 2) { facets { status { value count } overdue { count } }"
                                + " totalCount nodes { id } } inspections { facets { kind { count } } totalCount } } } }");

        // Then
        List<Map<String, Object>> enterprises = answer.getList("data.enterprises.nodes");
        List<Executable> checks = new ArrayList<>();
        for (int i = 0; i < enterprises.size(); i++) {
            String one = "data.enterprises.nodes[" + i + "].";
            int hazards = answer.getInt(one + "hazards.totalCount");
            checks.add(() -> assertEquals(hazards, sum(answer.getList(one + "hazards.facets.status.count"))));
            checks.add(() -> assertEquals(hazards, sum(answer.getList(one + "hazards.facets.overdue.count"))));
            checks.add(() -> assertEquals(
                    answer.getInt(one + "inspections.totalCount"),
                    sum(answer.getList(one + "inspections.facets.kind.count"))));
        }
        assertTrue(answer.getInt("data.enterprises.nodes[0].hazards.totalCount") > 0, answer::prettify);
        assertAll(checks);
    }

    @Test
    void facetsOfACityAreReadFromFewCells() throws Exception {
        // Given
        fold();

        // When
        SentRequest.Plan all = facets("", OF_HAZARDS.replace("overdue { value count }", ""));
        SentRequest.Plan some = facets("category: \"FIRE_FACILITIES\"", "industry { count } town { count }");

        // Then
        long cells = LedgerDatabase.number("select count(*) from hazard_facet_count");
        assertAll(
                () -> assertEquals(0, all.rowsRead("hazard"), all::toString),
                () -> assertTrue(all.indexes().contains("hazard_facet_count_city"), all::toString),
                () -> assertTrue(all.rowsRead("hazard_facet_count") < cells / 3, all::toString),
                () -> assertEquals(0, some.rowsRead("hazard"), some::toString),
                () -> assertTrue(some.rowsRead("hazard_facet_count") < cells / 20, some::toString));
    }

    /** Of the cubes that tell of a filter no other cells are read than those it asks for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grade: MAJOR | grade = 'MAJOR' | 'OWN_SOURCE', 'TRADE_SOURCE', 'PLACE_SOURCE'",
                "matter: \"FIRE\" | matter = 'FIRE' | 'OWN_SOURCE', 'OWN_TRADE', 'OWN_PLACE'",
            })
    void onlyTheCellsOfAGradeOrMatterAreRead(String filter, String condition, String cubes) throws Exception {
        // Given
        fold();

        // When
        SentRequest.Plan plan =
                sent(filter, OF_HAZARDS.replace("overdue { value count }", "")).planByIndexes("groups as materialized");

        // Then
        long cells = LedgerDatabase.number("select count(*) from hazard_facet_count where city_code = '4102' and "
                + condition + " and cube in (" + cubes + ")");
        assertEquals(cells, plan.rowsRead("hazard_facet_count"), plan::toString);
    }

    private static void fold() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin while fold_hazard_counts(100000) > 0 loop null; end loop; end $$");
            statement.execute("vacuum analyze hazard_facet_count, hazard_count_change");
        }
    }

    private static SentRequest.Plan facets(String filter, String facets) {
        return sent(filter, facets).plan("groups as materialized");
    }

    private static SentRequest sent(String filter, String facets) {
        return SentRequest.of(
                TestCaller.CITY_OFFICER,
                "{ hazards(first: 1, filter: {" + filter + "}) { totalCount facets { " + facets + " } } }",
                Map.of());
    }

    /** The visits of these tests are few enough to be read whole; those of a city's years are not. */
    @Test
    void rowsOfACityAreCountedInAnIndexAlone() throws Exception {
        // Given
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            // As the database does by itself in a while: an index alone tells only of pages that it has seen.
            statement.execute("vacuum inspection");
        }

        // When
        SentRequest.Plan plan = SentRequest.of(
                        TestCaller.CITY_OFFICER,
                        "{ inspections(first: 1) { facets { status { count } kind { count } industry { count } county { count } } } }",
                        Map.of())
                .planByIndexes("groups as materialized");

        // Then
        assertTrue(plan.indexes().contains("inspection_city_facets"), plan::toString);
        assertTrue(plan.nodeTypes().contains("Index Only Scan"), plan::toString);
    }

    /** For each row a look at three small tables, of what it is, of its trade and of its place, instead of at one for each facet. */
    @Test
    void rowsAreCountedOnceByTheFacetsOfAKindTogether() {
        // When
        SentRequest sent = SentRequest.of(
                TestCaller.CITY_OFFICER,
                "{ inspections(first: 1) { totalCount nodes { id } facets { status { count } kind { count } matter { count }"
                        + " sector { count } industry { count } county { count } town { count } } } }",
                Map.of());

        // Then
        // The scope, the page and the counts.
        assertEquals(3, sent.statements().size(), () -> String.join("\n", sent.statements()));
        long inspections = LedgerDatabase.number("select count(*) from inspection where city_code = '4102'");
        assertEquals(inspections, sent.answer().getLong("data.inspections.totalCount"));
        JsonNode counted = sent.plan("groups as materialized").part("CTE counted");
        assertEquals(3, counted.get("Grouping Sets").size(), counted::toPrettyString);
    }

    @Test
    void moreCountsThanTheDatabaseHasTimeForAreRefused() {
        // Given
        StringBuilder document = new StringBuilder("{");
        for (int i = 0; i < 20; i++) {
            document.append(" a").append(i).append(": hazards { facets { status { count } } }");
        }

        // When
        List<String> codes = LedgerClient.as(TestCaller.CITY_OFFICER).errorCodes(document + " }", Map.of());

        // Then
        assertEquals(List.of("LIMIT_EXCEEDED"), codes);
    }

    private static int count(Map<String, Object> counted) {
        return (Integer) Objects.requireNonNull(counted.get("count"));
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
