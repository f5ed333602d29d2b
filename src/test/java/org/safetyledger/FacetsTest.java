package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/** Counts by facets are those of the lists that are filtered by their values, for whoever asks. */
@LedgerTest
@TestProfile(LargeLedger.class)
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
        // Given
        LedgerClient client = LedgerClient.as(caller);

        // When
        JsonPath answer = client.query("{ hazards(first: 1, filter: {open: true}) { totalCount nodes { id } facets { "
                + OF_HAZARDS + " } } }");

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
                String filter = "{open: true, " + condition.formatted(one.get("value")) + "}";
                int listed = client.query("{ hazards(filter: " + filter + ") { totalCount } }")
                        .getInt("data.hazards.totalCount");
                checks.add(() -> assertEquals(listed, count(one), filter));
            });
        });
        assertAll(checks);
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
    void countsByFacetsOfACityAreReadFromAnIndexAlone() throws Exception {
        // Given
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            // As the database does by itself in a while: an index alone tells only of pages that it has seen.
            statement.execute("vacuum hazard");
        }

        // When
        SentRequest.Plan plan = SentRequest.of(
                        TestCaller.CITY_OFFICER,
                        "{ hazards(first: 1) { facets { status { count } grade { count } category { count } county { count } } } }",
                        Map.of())
                .plan("groups as materialized");

        // Then
        assertTrue(plan.indexes().contains("hazard_city_facets"), plan::toString);
        assertFalse(plan.nodeTypes().contains("Seq Scan"), plan::toString);
    }

    /** For each row a look at three small tables, of what it is, of its trade and of its place, instead of at one for each facet. */
    @Test
    void rowsAreCountedOnceByTheFacetsOfAKindTogether() {
        // When
        SentRequest sent = SentRequest.of(
                TestCaller.CITY_OFFICER,
                "{ hazards(first: 1) { totalCount nodes { id } facets { " + OF_HAZARDS + " } } }",
                Map.of());

        // Then
        // The scope, the page and the counts.
        assertEquals(3, sent.statements().size(), () -> String.join("\n", sent.statements()));
        long hazards = LedgerDatabase.number("select count(*) from hazard where city_code = '4102'");
        assertEquals(hazards, sent.answer().getLong("data.hazards.totalCount"));
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
