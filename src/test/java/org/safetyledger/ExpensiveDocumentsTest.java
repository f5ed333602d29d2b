package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/**
 * Small documents that would cost much are refused before they cost it. The time limits here only tell a request that ends
 * from one that does not: each took between seven seconds and for ever.
 */
@LedgerTest
class ExpensiveDocumentsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int LONGEST_ANSWER = 3_000;

    private record Attempt(String name, String document, Map<String, Object> variables) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Attempt> longTexts() {
        String letters = "a".repeat(40_000);
        String dotted = "a.".repeat(40_000) + "B";
        return List.of(
                new Attempt("unknown field", "{ " + letters + " }", Map.of()),
                new Attempt("unknown field among others", "{ viewer { " + letters + " } }", Map.of()),
                new Attempt("unknown argument", "{ hazards(" + letters + ": 1) { totalCount } }", Map.of()),
                new Attempt("unknown directive", "{ viewer @" + letters + " { subject } }", Map.of()),
                new Attempt("unknown fragment", "{ ..." + letters + " }", Map.of()),
                new Attempt("unknown operation type", letters + " { viewer { subject } }", Map.of()),
                new Attempt("bad literal", "{ hazards(filter: {grade: \"" + dotted + "\"}) { totalCount } }", Map.of()),
                new Attempt(
                        "bad enum in a variable",
                        "query($v: HazardFilter) { hazards(filter: $v) { totalCount } }",
                        Map.of("v", Map.of("grade", "a".repeat(900_000)))),
                new Attempt(
                        "unknown input field in a variable",
                        "query($v: HazardFilter) { hazards(filter: $v) { totalCount } }",
                        Map.of("v", Map.of("a".repeat(900_000), 1))),
                new Attempt(
                        "bad day in a variable",
                        "query($v: Date) { checklists(validOn: $v) { totalCount } }",
                        Map.of("v", dotted)),
                new Attempt(
                        "bad number in a variable",
                        "query($v: Int) { hazards(first: $v) { totalCount } }",
                        Map.of("v", "1".repeat(900_000))));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void aLongTextInAFaultyRequestIsCutAndNotStudied(Attempt attempt) {
        // When
        Response answer = assertTimeout(PATIENCE, () -> sent(attempt.document(), attempt.variables()));

        // Then
        assertTrue(List.of(200, 400).contains(answer.statusCode()), () -> answer.statusLine());
        assertTrue(
                answer.asString().length() < LONGEST_ANSWER,
                () -> answer.asString().length() + " characters");
        String code = answer.jsonPath().getString("errors[0].extensions.code");
        assertTrue(
                List.of(
                                "GRAPHQL_VALIDATION_FAILED",
                                "GRAPHQL_PARSE_FAILED",
                                "BAD_INPUT",
                                "LIMIT_EXCEEDED",
                                "TEXT_TOO_LONG",
                                "BAD_REQUEST")
                        .contains(code),
                answer::asString);
    }

    @Test
    void aLongWordIsRefusedBeforeTheDocumentIsParsed() {
        // Given
        String number = "{ hazards(first: " + "1".repeat(90_000) + ") { totalCount } } and no document";

        // When
        JsonPath answer = sent(number, Map.of()).jsonPath();

        // Then
        assertEquals("LIMIT_EXCEEDED", answer.getString("errors[0].extensions.code"));
        assertEquals(
                "The name or number that begins at character 18 is longer than 256 characters; take a shorter one",
                answer.getString("errors[0].extensions.detail"));
    }

    @Test
    void whatFragmentsExpandToIsCountedBeforeTheyAreExpanded() {
        // Given
        String doubling = "{ ...F0 } "
                + IntStream.range(0, 40)
                        .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d } ".formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining())
                + "fragment F40 on Query { viewer { subject } }";

        // When
        Response answer = assertTimeout(PATIENCE, () -> sent(doubling, Map.of()));

        // Then
        assertEquals("LIMIT_EXCEEDED", answer.jsonPath().getString("errors[0].extensions.code"), answer::asString);
        assertTrue(
                answer.jsonPath().getString("errors[0].extensions.detail").endsWith("at most 2000 are allowed"),
                answer::asString);
    }

    @Test
    void fragmentsThatComeRoundToThemselvesAreNotValid() {
        // When
        Response answer = assertTimeout(
                PATIENCE,
                () -> sent(
                        "{ ...A } fragment A on Query { viewer { subject } ...B } fragment B on Query { ...A }",
                        Map.of()));

        // Then
        assertEquals("GRAPHQL_VALIDATION_FAILED", answer.jsonPath().getString("errors[0].extensions.code"));
    }

    @Test
    void listsWithoutPagesAreWeighedByWhatTheyMayHold() {
        // Given
        String twice = "{ jurisdiction(code: \"410200000000\") { children { children { code } } } }";
        String fourTimes = "{ jurisdiction(code: \"410221000000\") { children " + "{ parent { children ".repeat(4)
                + "{ code }" + " } }".repeat(4) + " } }";

        // When
        Response small = sent(twice, Map.of());
        Response large = assertTimeout(PATIENCE, () -> sent(fourTimes, Map.of()));

        // Then
        assertNull(small.jsonPath().get("errors"), small::asString);
        assertEquals(12, small.jsonPath().getList("data.jurisdiction.children").size());
        assertEquals("LIMIT_EXCEEDED", large.jsonPath().getString("errors[0].extensions.code"), large::asString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coverage { cells { industry } }",
                "waiting { count }",
                "campaignProgress(id: \"ID\") { visits }",
                "hazardDashboard { total }",
                "inspectionBudget(enterpriseId: \"ID\", year: 2026) { authorities { used } }",
                "lookBackProgress(id: \"ID\") { held }",
                "lookBacksDue { title }",
                "regulatorsFor(jurisdiction: \"410225000000\", industry: \"C\") { regulators { name: departmentName } }",
                "responsibilityGaps { kind }",
                "verifyHistory(of: \"ID\") { intact }",
                "visitRatings(year: 2026) { ratings }",
                "visitStatistics(year: 2026) { year }",
            })
    void whatAResolverWorksOutIsWeighed(String field) {
        // Given
        NodeType type =
                switch (field.split("[( ]", 2)[0]) {
                    case "campaignProgress" -> NodeType.CAMPAIGN;
                    case "inspectionBudget" -> NodeType.ENTERPRISE;
                    case "lookBackProgress" -> NodeType.LOOK_BACK;
                    default -> NodeType.HAZARD;
                };
        String asked = field.replace("ID", NodeId.text(type, NodeId.newUuid()));

        // When
        Response many = assertTimeout(PATIENCE, () -> sent(aliases(450, asked), Map.of()));
        Response few = sent(aliases(3, asked), Map.of());

        // Then
        assertHeavy(many);
        assertNotEquals("LIMIT_EXCEEDED", few.jsonPath().getString("errors[0].extensions.code"), few::asString);
    }

    @Test
    void listsOfRecordsAreWeighedByTheirMaximum() {
        // Given
        String plans = "checkPlans(first: 100) { nodes { targets { name } } }";
        String commanded = IntStream.range(0, 60)
                .mapToObj(i -> "a" + i + ": approveCheckPlan(input: {id: \"x\", document: \"x\"})"
                        + " { checkPlan { targets { name } } }")
                .collect(Collectors.joining(" ", "mutation { ", " }"));

        // When
        Response one = sent("{ " + plans + " }", Map.of());
        Response many = sent(aliases(12, plans), Map.of());
        Response commands = sent(commanded, Map.of());

        // Then
        assertNull(one.jsonPath().get("errors"), one::asString);
        assertHeavy(many);
        assertHeavy(commands);
    }

    @Test
    void countsAndSearchesAreWeighed() {
        // Given
        String filter = "(first: 1, filter: {text: \"通道\"})";
        String searches = aliases(100, "hazards" + filter + " { totalCount }");
        String counts = aliases(60, "hazards(first: 1) { totalCount }");
        String page = "{ hazards" + filter + " { totalCount nodes { id } } enterprises" + filter
                + " { totalCount nodes { id hazards(first: 5) { totalCount } } } }";
        String byVariable = "query($f: HazardFilter = {text: \"通道\"}) "
                + aliases(10, "hazards(first: 1, filter: $f) { totalCount }");

        // When
        List<String> codes = new ArrayList<>();
        for (String document : List.of(searches, counts, byVariable, page)) {
            codes.add(String.valueOf(sent(document, Map.of()).jsonPath().getString("errors[0].extensions.code")));
        }

        // Then
        assertEquals(List.of("LIMIT_EXCEEDED", "LIMIT_EXCEEDED", "LIMIT_EXCEEDED", "null"), codes);
    }

    @Test
    void aSwitchThatIsNullIsBadInputEachTime() {
        // Given
        String document = "query($a: Boolean = true) { hazards(first: 1) { nodes { id title @include(if: $a) } } }";
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);

        // When
        Response first = sent(document, withNull);
        Response absent = sent(document, Map.of());
        Response again = sent(document, withNull);
        Response inMutation = sent(
                "mutation($a: Boolean = true) { closeHazard(input: {id: \"x\"}) { hazard @skip(if: $a) { id } } }",
                withNull);

        // Then
        assertNull(absent.jsonPath().get("errors"), absent::asString);
        for (Response refused : List.of(first, again, inMutation)) {
            assertEquals(200, refused.statusCode());
            assertEquals("BAD_INPUT", refused.jsonPath().getString("errors[0].extensions.code"), refused::asString);
            assertTrue(refused.jsonPath().getString("errors[0].message").contains("a"), refused::asString);
        }
    }

    @Test
    void listsInCommandsHaveBounds() {
        // Given
        List<String> many =
                IntStream.range(0, 201).mapToObj("410225%06d"::formatted).toList();

        // When
        Response answer = sent(
                "mutation($t: [String!]!) { createCampaign(input: {title: \"x\", kind: ROUTINE, startsOn: \"2030-01-01\","
                        + " endsOn: \"2030-01-02\", targetJurisdictions: $t}) { userErrors { code path } } }",
                Map.of("t", many));

        // Then
        assertEquals(
                "LIST_TOO_LONG",
                answer.jsonPath().getString("data.createCampaign.userErrors[0].code"),
                answer::asString);
        assertEquals(
                List.of("targetJurisdictions"), answer.jsonPath().getList("data.createCampaign.userErrors[0].path"));
    }

    /** Refused for what it may cost, not for how long it is. */
    private static void assertHeavy(Response answer) {
        assertEquals("LIMIT_EXCEEDED", answer.jsonPath().getString("errors[0].extensions.code"), answer::asString);
        String detail = answer.jsonPath().getString("errors[0].extensions.detail");
        assertTrue(
                detail.startsWith("Its lists could hold") || detail.startsWith("Its counts, searches and figures"),
                detail);
    }

    private static String aliases(int number, String field) {
        return IntStream.range(0, number)
                .mapToObj(i -> "a" + i + ": " + field)
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static Response sent(String document, Map<String, Object> variables) {
        Map<String, Object> body = Map.of("query", document, "variables", variables);
        return given().header("Authorization", "Bearer " + TestCaller.CITY_OFFICER.token())
                .contentType("application/json")
                .body(body)
                .post("/graphql");
    }
}
