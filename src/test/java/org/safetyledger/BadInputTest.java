package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.AnswerPath;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PlainPath;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Every kind of bad input is refused with a stable code; nothing is changed and nothing of the inside is told. */
@LedgerTest
@Tag("also-of-executable")
class BadInputTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Pattern INSIDE = Pattern.compile(
            "(?:\\b[a-z]\\w*\\.){2,}[A-Z]\\w+|Exception|SQLSTATE|\\bselect \\b|hibernate|postgres|StringValue|ObjectValue",
            Pattern.CASE_INSENSITIVE);
    private static final String UNSEEN =
            NodeId.text(NodeType.HAZARD, UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));
    private static final String SCHEMA = """
            { __schema { types { name kind
                enumValues { name }
                inputFields { name type { ...T } }
                fields { name args { name type { ...T } } type { ...T } } } } }
            fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }
            """;

    private static final List<TestCaller> CALLERS = List.of(
            TestCaller.OFFICER_LANKAO,
            TestCaller.MANAGER_LANKAO,
            TestCaller.COUNTY_LEADER_LANKAO,
            TestCaller.CITY_OFFICER,
            TestCaller.CITY_LEADER);
    private static final Map<String, TestCaller> MAY = new ConcurrentHashMap<>();

    private static String hazard = "";

    private Map<String, String> tablesBefore = Map.of();

    @BeforeEach
    void lookAtTheTables() {
        tablesBefore = LedgerDatabase.fingerprint();
    }

    @AfterEach
    void nothingChanged() {
        assertEquals(tablesBefore, LedgerDatabase.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ hazard(id: \"nonsense\") { id } }                                   | MALFORMED_ID            | id",
                "{ hazard(id: \"task_01jd0000000000000000000000\") { id } }            | MALFORMED_ID            | id",
                "{ hazard(id: \"hazard_81jd0000000000000000000000\") { id } }          | MALFORMED_ID            | id",
                "{ hazard(id: \"hazard_01JD0000000000000000000000\") { id } }          | MALFORMED_ID            | id",
                "{ hazard(id: \"hazard_../../../../etc/passwd00000\") { id } }         | MALFORMED_ID            | id",
                "{ node(id: \"\") { id } }                                             | MALFORMED_ID            | id",
                "{ history(of: \"x\") { nodes { action } } }                           | MALFORMED_ID            | of",
                "{ hazards(first: 0) { nodes { id } } }                                | PAGE_SIZE_OUT_OF_RANGE  | first",
                "{ hazards(first: -1) { nodes { id } } }                               | PAGE_SIZE_OUT_OF_RANGE  | first",
                "{ hazards(first: 101) { nodes { id } } }                              | PAGE_SIZE_OUT_OF_RANGE  | first",
                "{ hazards(first: 99999999999999) { nodes { id } } }                   | BAD_INPUT               | first",
                "{ hazards(orderBy: SIDEWAYS) { nodes { id } } }                       | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards(filter: { grade: \"MAJOR\" }) { nodes { id } } }            | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards(filter: { colour: RED }) { nodes { id } } }                 | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards { nodes { colour } } }                                      | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards(filter: { dueBefore: \"2026-13-45T00:00:00Z\" }) { nodes { id } } } | BAD_INPUT | filter.dueBefore",
                "{ hazards(filter: { dueBefore: \"2026-12-01T00:00:00\" }) { nodes { id } } }  | BAD_INPUT | filter.dueBefore",
                "{ hazards(filter: { dueBefore: \"1900-12-31T23:59:59+08:00\" }) { nodes { id } } } | VALUE_OUT_OF_RANGE | filter.dueBefore",
                "{ inspections(filter: { plannedFrom: \"2026-13-45\" }) { nodes { id } } }     | BAD_INPUT | filter.plannedFrom",
                "{ inspections(filter: { plannedFrom: \"1900-12-31\" }) { nodes { id } } } | VALUE_OUT_OF_RANGE | filter.plannedFrom",
                "{ hazards(filter: { jurisdiction: \"41\" }) { nodes { id } } }        | BAD_INPUT               | filter.jurisdiction",
                "{ hazards(filter: { industry: \"c26\" }) { nodes { id } } }           | BAD_INPUT               | filter.industry",
                "{ hazards(filter: { enterpriseId: \"x\" }) { nodes { id } } }         | MALFORMED_ID            | filter.enterpriseId",
                "{ hazards(filter: { dueFrom: \"2026-03-02T00:00:00+08:00\", dueBefore: \"2026-03-01T15:59:59Z\" }) { totalCount } } | END_BEFORE_START | filter.dueBefore",
                "{ hazards(filter: { reportedFrom: \"2026-03-02T00:00:00+08:00\", reportedBefore: \"2026-03-01T00:00:00+08:00\" }) { nodes { id } } } | END_BEFORE_START | filter.reportedBefore",
                "{ rectificationTasks(filter: { dueFrom: \"2026-03-02T00:00:00+08:00\", dueBefore: \"2026-03-01T00:00:00+08:00\" }) { nodes { id } } } | END_BEFORE_START | filter.dueBefore",
                "{ inspections(filter: { plannedFrom: \"2026-03-02\", plannedTo: \"2026-03-01\" }) { facets { status { count } } } } | END_BEFORE_START | filter.plannedTo",
                "{ hazards(filter: { updatedSince: \"yesterday\" }) { nodes { id } } } | BAD_INPUT | filter.updatedSince",
                "{ rectificationTasks(filter: { updatedSince: \"2201-01-01T00:00:00+08:00\" }) { nodes { id } } } | VALUE_OUT_OF_RANGE | filter.updatedSince",
                "{ inspections(filter: { assignedTo: \"x\" }) { nodes { id } } }     | MALFORMED_ID            | filter.assignedTo",
                "{ hazards(filter: { grades: [HUGE] }) { nodes { id } } }              | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards(filter: { categories: [null] }) { nodes { id } } }          | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards(filter: { categories: [\"A\", \"\"] }) { nodes { id } } }    | TEXT_REQUIRED           | filter.categories.1",
                "{ hazards { facets { colour { count } } } }                           | GRAPHQL_VALIDATION_FAILED |",
                "{ hazards { facets } }                                                | GRAPHQL_VALIDATION_FAILED |",
                "{ jurisdictions(subtreeOf: \"999999999999\") { nodes { code } } }     | UNKNOWN_CODE            | subtreeOf",
                "{ hazards(after: \"x\") { nodes { id } } }                            | INVALID_CURSOR          | after",
                "{ hazards(after: \"\") { nodes { id } } }                             | INVALID_CURSOR          | after",
                "{ hazards(after: \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\") { nodes { id } } } | INVALID_CURSOR         | after",
                "{ hazards(after: \"\\u0000\") { nodes { id } } }                      | INVALID_CURSOR          | after",
                "{ hazards                                                             | GRAPHQL_PARSE_FAILED    |",
                "query A { viewer { subject } } query B { viewer { subject } }         | BAD_INPUT |",
                "subscription { hazards { id } }                                       | GRAPHQL_VALIDATION_FAILED |",
            })
    void documentIsRefused(String document, String code, String argument) {
        // When
        JsonPath answer = sent(TestCaller.OFFICER_LANKAO, document, Map.of());

        // Then
        assertEquals(code, answer.getString("errors[0].extensions.code"), answer::prettify);
        assertEquals(argument, answer.getString("errors[0].extensions.argument"), answer::prettify);
    }

    @Test
    void moreCodesThanAListMayHaveAreRefused() {
        // Given
        Map<String, Object> many = Map.of("filter", Map.of("categories", Collections.nCopies(51, "FIRE_FACILITIES")));

        // When
        JsonPath answer = sent(
                TestCaller.OFFICER_LANKAO,
                "query($filter: HazardFilter) { hazards(filter: $filter) { totalCount } }",
                many);

        // Then
        assertEquals("LIST_TOO_LONG", answer.getString("errors[0].extensions.code"), answer::prettify);
        assertEquals("filter.categories", answer.getString("errors[0].extensions.argument"), answer::prettify);
    }

    @Test
    void variablesOfOtherTypesAreRefused() {
        // Given
        Map<String, Map<String, Object>> bad = new LinkedHashMap<>();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("v", null);
        bad.put("query($v: Int) { hazards(first: $v) { nodes { id } } }", Map.of("v", "five"));
        bad.put("query($v: Int!) { hazards(first: $v) { nodes { id } } }", nothing);
        bad.put("query($v: Int) { hazards(first: $v) { totalCount } }", Map.of("v", 99999999999L));
        bad.put("query($v: Int) { hazards(first: $v) { __typename } }", Map.of("v", 1.5));
        bad.put("query($v: ID!) { hazard(id: $v) { id } }", Map.of("v", Map.of("a", 1)));
        bad.put("query($v: String) { hazards(after: $v) { nodes { id } } }", Map.of("v", 5));
        bad.put("query($v: Date) { checklists(validOn: $v) { nodes { id } } }", Map.of("v", "2026-13-45"));
        bad.put("query($v: Date) { checklists(validOn: $v) { totalCount } }", Map.of("v", 20261301));
        bad.put(
                "query($v: HazardFilter) { hazards(filter: $v) { nodes { id } } }",
                Map.of("v", Map.of("grade", "HUGE")));
        bad.put(
                "query($v: HazardFilter) { hazards(filter: $v) { totalCount } }",
                Map.of("v", Map.of("dueBefore", "2026-12-01T00:00:00")));
        bad.put(
                "query($v: HazardFilter) { hazards(filter: $v) { __typename } }",
                Map.of("v", Map.of("dueBefore", "2026-13-45T00:00:00+08:00")));
        bad.put(
                "mutation($v: ReportHazardInput!) { reportHazard(input: $v) { hazard { id } } }",
                Map.of("v", Map.of("title", "x")));
        bad.put(
                "mutation($v: CloseHazardInput!) { closeHazard(input: $v) { hazard { id } } }",
                Map.of("v", Map.of("id", UNSEEN, "expectedVersion", "1e99")));

        // When
        List<Executable> checks = new ArrayList<>();
        bad.forEach((document, variables) -> {
            JsonPath answer = sent(TestCaller.OFFICER_LANKAO, document, variables);
            checks.add(() -> assertTrue(
                    Set.of("BAD_INPUT", "INVALID_CURSOR", "MALFORMED_ID")
                            .contains(String.valueOf(answer.getString("errors[0].extensions.code"))),
                    () -> document + variables + answer.prettify()));
        });

        // Then
        assertAll(checks);
    }

    @Test
    void cursorsOfOtherListsAndOrdersAndDamagedOnesAreRefused() {
        // Given
        LedgerClient officer = LedgerClient.as(TestCaller.OFFICER_LANKAO);
        String people = officer.query("{ people(first: 1) { pageInfo { endCursor } } }")
                .getString("data.people.pageInfo.endCursor");
        String enterprises = officer.query("{ enterprises(first: 1) { pageInfo { endCursor } } }")
                .getString("data.enterprises.pageInfo.endCursor");
        char flipped = enterprises.charAt(20) == 'A' ? 'B' : 'A';

        // When
        List<String> codes = List.of(
                        people,
                        enterprises.substring(0, enterprises.length() - 4),
                        enterprises.substring(0, 20) + flipped + enterprises.substring(21),
                        enterprises + "AAAA",
                        enterprises + "\u0000")
                .stream()
                .map(cursor -> sent(
                                TestCaller.OFFICER_LANKAO,
                                "query($after: String) { enterprises(after: $after) { nodes { id } } }",
                                Map.of("after", cursor))
                        .getString("errors[0].extensions.code"))
                .toList();

        // Then
        assertEquals(Collections.nCopies(5, "INVALID_CURSOR"), codes);
    }

    /**
     * A text of a command that is no good.
     *
     * @param code with which it is refused
     */
    private record BadText(String mutation, String inputType, List<String> path, String text, String code) {}

    private static List<Executable> refusals(Schema schema, List<BadText> texts) {
        List<JsonPath> answers =
                Together.each(texts, bad -> schema.answer(bad.mutation(), bad.inputType(), bad.path(), bad.text()));
        return IntStream.range(0, texts.size())
                .<Executable>mapToObj(i -> () -> assertEquals(
                        texts.get(i).code(),
                        codeAt(
                                answers.get(i),
                                texts.get(i).mutation(),
                                texts.get(i).path()),
                        () -> texts.get(i) + " " + answers.get(i).prettify()))
                .toList();
    }

    /** Which texts there are is read from the schema, so that no new one can be forgotten. */
    @Test
    void noTextOfACommandTakesControlCharacters() {
        // Given
        Schema schema = new Schema();
        List<BadText> texts = new ArrayList<>();
        schema.mutations().forEach((mutation, inputType) -> {
            for (List<String> path : schema.texts(inputType)) {
                for (String bad : List.of("a\u0000b", "a\u202eb", "a\ud800b", "a\u001bb")) {
                    texts.add(new BadText(mutation, inputType, path, bad, "CONTROL_CHARACTERS"));
                }
            }
        });

        // When
        List<Executable> checks = refusals(schema, texts);

        // Then
        assertTrue(checks.size() > 150, () -> "Only " + checks.size());
        assertAll(checks);
    }

    @Test
    void noTextOfACommandIsLongerThanItsLimitAndNoneThatIsNeededIsBlank() {
        // Given
        Schema schema = new Schema();
        String blank = " \u3000\t\u00a0\u200b\ufeff\u2060\u3164\u2800";
        List<BadText> texts = new ArrayList<>();
        schema.mutations().forEach((mutation, inputType) -> {
            schema.texts(inputType)
                    .forEach(path ->
                            texts.add(new BadText(mutation, inputType, path, "字".repeat(2001), "TEXT_TOO_LONG")));
            schema.requiredTexts(inputType)
                    .forEach(path -> texts.add(new BadText(mutation, inputType, path, blank, "TEXT_REQUIRED")));
        });

        // When, Then
        assertAll(refusals(schema, texts));
    }

    /** With which code the field at the path is refused, whatever else is wrong in the input; null when it is not. */
    private static @Nullable String codeAt(JsonPath answer, String mutation, List<String> path) {
        String errors = "data." + mutation + ".userErrors";
        List<?> paths = (List<?>) Objects.requireNonNull(PlainPath.value(answer, errors + ".path"), answer::prettify);
        // The schema knows of a list's parts, not which of them it is.
        int ofPath = paths.stream()
                .map(told -> ((List<?>) told)
                        .stream().filter(step -> !"0".equals(step)).toList())
                .toList()
                .indexOf(path);
        return ofPath < 0
                ? null
                : Objects.requireNonNull(PlainPath.texts(answer, errors + ".code"))
                        .get(ofPath);
    }

    @Test
    void noTextOfAQueryBringsANullCharacterToTheDatabase() {
        // Given
        Schema schema = new Schema();
        Set<String> refusals = Set.of("CONTROL_CHARACTERS", "BAD_INPUT", "MALFORMED_ID", "INVALID_CURSOR", "NOT_FOUND");

        // When
        // Whoever sent many documents that were refused has to wait between two more.
        AtomicInteger asked = new AtomicInteger();
        List<Executable> checks = Together.each(schema.queryTexts().entrySet(), query -> {
            TestCaller officer =
                    TestCaller.authority("city-officer-" + asked.getAndIncrement() / 8, "city-officer", "410200000000");
            JsonPath answer = sent(officer, query.getKey(), query.getValue());
            return () -> assertTrue(
                    refusals.contains(answer.getString("errors[0].extensions.code")),
                    () -> query.getKey() + " " + answer.prettify());
        });

        // Then
        assertTrue(checks.size() > 25, () -> "Only " + checks.size());
        assertAll(checks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reportHazard    | ReportHazardInput    | {\"enterpriseId\":\"$enterprise\",\"title\":\"x\",\"category\":\"NONE\"} | UNKNOWN_CODE | category",
                "reportHazard    | ReportHazardInput    | {\"enterpriseId\":\"$enterprise\",\"title\":\"x\",\"category\":\"FIRE_FACILITIES\",\"discoveredAt\":\"2150-01-01T00:00:00+08:00\"} | TIME_IN_FUTURE | discoveredAt",
                "reportHazard    | ReportHazardInput    | {\"enterpriseId\":\"$enterprise\",\"title\":\"x\",\"category\":\"FIRE_FACILITIES\",\"discoveredAt\":\"1900-12-31T23:59:59+08:00\"} | VALUE_OUT_OF_RANGE | discoveredAt",
                "reportHazard    | ReportHazardInput    | {\"enterpriseId\":\"enterprise_01jd0000000000000000000000\",\"title\":\"x\",\"category\":\"FIRE_FACILITIES\"} | REFERENCE_NOT_FOUND | enterpriseId",
                "createCampaign  | CreateCampaignInput  | {\"title\":\"x\",\"kind\":\"ROUTINE\",\"startsOn\":\"2030-02-01\",\"endsOn\":\"2030-01-01\",\"targetJurisdictions\":[\"410225000000\"]} | END_BEFORE_START | endsOn",
                "createCampaign  | CreateCampaignInput  | {\"title\":\"x\",\"kind\":\"ROUTINE\",\"startsOn\":\"2030-01-01\",\"endsOn\":\"2030-02-01\",\"targetJurisdictions\":[\"410225000000\"],\"industries\":[\"Z99\"]} | UNKNOWN_CODE | industries",
                "createCampaign  | CreateCampaignInput  | {\"title\":\"x\",\"kind\":\"ROUTINE\",\"startsOn\":\"2030-01-01\",\"endsOn\":\"2030-02-01\",\"targetJurisdictions\":[]} | REFERENCE_NOT_FOUND | targetJurisdictions",
                "planInspection  | PlanInspectionInput  | {\"kind\":\"ENFORCEMENT\",\"enterpriseId\":\"$enterprise\",\"checklistId\":\"checklist_01jd0000000000000000000000\",\"plannedOn\":\"2020-01-01\"} | DEADLINE_IN_PAST | plannedOn",
            })
    void commandIsRefused(String mutation, String inputType, String input, String code, String field)
            throws JsonProcessingException {
        // Given
        String enterprise = new Loop().enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<?, ?> value = MAPPER.readValue(input.replace("$enterprise", enterprise), Map.class);

        // When
        JsonPath answer = sent(TestCaller.OFFICER_LANKAO, document(mutation, inputType), Map.of("input", value));

        // Then
        assertEquals(code, answer.getString("data." + mutation + ".userErrors[0].code"), answer::prettify);
        assertEquals(List.of(field), answer.getList("data." + mutation + ".userErrors[0].path"), answer::prettify);
    }

    @Test
    void commandOnAnObjectInAnotherStateOrVersionIsRefused() {
        // Given
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        lookAtTheTables();

        // When
        JsonPath wrongState = sent(
                TestCaller.OFFICER_LANKAO,
                document("closeHazard", "CloseHazardInput"),
                Map.of("input", Map.of("id", hazard)));
        JsonPath stale = sent(
                TestCaller.OFFICER_LANKAO,
                document("confirmHazard", "ConfirmHazardInput"),
                Map.of("input", Map.of("id", hazard, "grade", "GENERAL", "expectedVersion", 2147483647)));
        JsonPath taken = sent(
                TestCaller.OFFICER_LANKAO,
                document("reportHazard", "ReportHazardInput"),
                Map.of(
                        "input",
                        Map.of(
                                "id",
                                hazard,
                                "enterpriseId",
                                new Loop().enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                                "title",
                                "x",
                                "category",
                                "FIRE_FACILITIES")));

        // Then
        assertEquals("WRONG_STATE", wrongState.getString("data.closeHazard.userErrors[0].code"));
        assertEquals("STALE_VERSION", stale.getString("data.confirmHazard.userErrors[0].code"));
        assertEquals(List.of("expectedVersion"), stale.getList("data.confirmHazard.userErrors[0].path"));
        assertEquals("CLIENT_ID_REUSED", taken.getString("data.reportHazard.userErrors[0].code"), taken::prettify);
        assertEquals(List.of("id"), taken.getList("data.reportHazard.userErrors[0].path"));
    }

    @Test
    void textThatIsFarTooLongIsNamed() {
        // When
        Response document =
                posted(TestCaller.OFFICER_LANKAO, "{ viewer { subject } } #" + "x".repeat(150_000), Map.of());
        Response text = posted(
                TestCaller.OFFICER_LANKAO,
                "query($filter: HazardFilter) { hazards(filter: $filter) { totalCount } }",
                Map.of("filter", Map.of("text", "x".repeat(150_000))));

        // Then
        for (Response answer : List.of(document, text)) {
            assertEquals(400, answer.statusCode());
            assertEquals("TEXT_TOO_LONG", answer.jsonPath().getString("errors[0].extensions.code"));
            assertEquals("100000", answer.jsonPath().getString("errors[0].extensions.max"));
        }
        assertEquals("query", document.jsonPath().getString("errors[0].extensions.argument"));
        assertEquals("variables.filter.text", text.jsonPath().getString("errors[0].extensions.argument"));
    }

    @Test
    void documentsThatAskForTooMuchAreRefused() {
        // Given
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put(
                "deep",
                "{ jurisdictions " + "{ nodes { parent ".repeat(1) + "{ parent ".repeat(20) + "{ code }"
                        + " }".repeat(20) + " } } }");
        documents.put(
                "aliases",
                "{ "
                        + IntStream.range(0, 3000)
                                .mapToObj(i -> "a" + i + ": viewer { subject }")
                                .collect(Collectors.joining(" "))
                        + " }");
        documents.put("tokens", "{ viewer { " + "subject ".repeat(12_000) + "} }");
        documents.put(
                "lists in lists",
                "{ hazards(first: 100) { nodes " + "{ enterprise { hazards(first: 100) { nodes ".repeat(2) + "{ id }"
                        + " } } }".repeat(2) + " } }");
        documents.put(
                "lists without pages",
                "{ jurisdictions(first: 100) { nodes " + "{ departments { jurisdiction ".repeat(4) + "{ id }"
                        + " } }".repeat(4) + " } }");
        documents.put(
                "lists of named objects",
                "{ nodes(ids: []) { ... on Enterprise { hazards(first: 50) { nodes { rectificationTasks(first: 50) { nodes"
                        + " { id } } } } } } }");
        documents.put(
                "mutation",
                "mutation { reportHazard(input: {enterpriseId: \"x\", title: \"x\", category: \"x\"}) { hazard "
                        + "{ enterprise { hazards(first: 100) { nodes ".repeat(3) + "{ id }" + " } } }".repeat(3)
                        + " } }");
        documents.put(
                "brackets", "{ hazards(filter: " + "[".repeat(2_000) + "]".repeat(2_000) + ") { nodes { id } } }");

        // When
        Map<String, String> codes = new LinkedHashMap<>();
        documents.forEach((name, document) -> codes.put(
                name, sent(TestCaller.OFFICER_LANKAO, document, Map.of()).getString("errors[0].extensions.code")));

        // Then
        assertEquals(
                documents.keySet().stream().collect(Collectors.toMap(name -> name, name -> "LIMIT_EXCEEDED")), codes);
    }

    @Test
    void listsInListsAreBoundedByTheirSizes() {
        // Given
        String document =
                "query($first: Int) { hazards(first: 100) { nodes { enterprise { hazards(first: $first) { nodes {"
                        + " rectificationTasks(first: $first) { nodes { id } } } } } } } }";

        // When
        JsonPath few = sent(TestCaller.OFFICER_LANKAO, document, Map.of("first", 20));
        JsonPath many = sent(TestCaller.OFFICER_LANKAO, document, Map.of("first", 50));

        // Then
        assertNull(few.get("errors"), few::prettify);
        assertEquals("LIMIT_EXCEEDED", many.getString("errors[0].extensions.code"));
        assertEquals(
                "Its lists could hold 255100 objects, at most 200000 are allowed: ask for less by `first`, or for fewer lists in"
                        + " lists",
                many.getString("errors[0].extensions.detail"));
        assertNull(many.get("data"));
    }

    @Test
    void moreThanAHundredIdsAreRefused() {
        // When
        JsonPath answer = sent(
                TestCaller.OFFICER_LANKAO,
                "{ nodes(ids: [" + ("\"" + UNSEEN + "\" ").repeat(101) + "]) { id } }",
                Map.of());

        // Then
        assertEquals("PAGE_SIZE_OUT_OF_RANGE", answer.getString("errors[0].extensions.code"));
    }

    @Test
    void requestThatIsNoGraphQLRequestIsRefused() {
        // Given
        byte[] notUtf8 = "{\"query\":\"{ viewer { subject } }\",\"operationName\":\"\u00ff\"}"
                .getBytes(StandardCharsets.ISO_8859_1);
        String good = "{\"query\":\"{ viewer { subject } }\"}";
        record Bad(String type, byte[] body) {}
        List<Bad> requests = List.of(
                new Bad("application/json", notUtf8),
                new Bad("application/json", new byte[0]),
                new Bad("application/json", "{".getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", (good + "x").getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", ("[" + good + "]").getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", "null".getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", "{\"query\":5}".getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", "{\"query\":\" \"}".getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", "{\"query\":\"{a}\",\"variables\":[]}".getBytes(StandardCharsets.UTF_8)),
                new Bad("application/json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)),
                new Bad(
                        "application/json",
                        ("{\"query\":\"{a}\",\"variables\":{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}}")
                                .getBytes(StandardCharsets.UTF_8)));

        // When
        List<Executable> checks = new ArrayList<>();
        for (Bad bad : requests) {
            Response answer = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                    .contentType(bad.type())
                    .body(bad.body())
                    .post("/graphql");
            String body = new String(bad.body(), 0, Math.min(60, bad.body().length), StandardCharsets.UTF_8);
            checks.add(() -> assertEquals(400, answer.statusCode(), () -> body + answer.asString()));
            checks.add(() -> assertTrue(answer.asString().contains("BAD_REQUEST"), () -> body + answer.asString()));
            checks.add(() -> assertFalse(INSIDE.matcher(answer.asString()).find(), answer::asString));
        }

        // Then
        assertAll(checks);
    }

    @Test
    void bodyOverAMegabyteIsTooLarge() {
        // When
        Response answer = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("application/json")
                .body("{\"query\":\"{ viewer { subject } }\",\"extensions\":{\"x\":\"" + "x".repeat(1_100_000) + "\"}}")
                .post("/graphql");

        // Then
        assertEquals(413, answer.statusCode());
        assertEquals("LIMIT_EXCEEDED", answer.jsonPath().getString("errors[0].extensions.code"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/plain | subject=$hazard&stage=BEFORE&sha256=$hash         | 415 | UNSUPPORTED_MEDIA_TYPE",
                "image/png  | subject=$hazard&stage=BEFORE&sha256=$hash         | 400 | MEDIA_TYPE_MISMATCH",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$otherHash    | 400 | HASH_MISMATCH",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=xyz           | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=NEVER&sha256=$hash          | 400 | BAD_INPUT",
                "image/jpeg | stage=BEFORE&sha256=$hash                         | 400 | TEXT_REQUIRED",
                "image/jpeg | subject=nonsense&stage=BEFORE&sha256=$hash        | 400 | MALFORMED_ID",
                "image/jpeg | subject=$unseen&stage=BEFORE&sha256=$hash         | 404 | NOT_FOUND",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&id=../../x                    | 400 | MALFORMED_ID",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&capturedAt=2026-13-45         | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&capturedAt=2026-01-01T00:00   | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&capturedAt=-999999999-01-01T00:00:00Z | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&capturedAt=1900-12-31T00:00:00Z       | 400 | VALUE_OUT_OF_RANGE",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&longitude=1                   | 400 | TEXT_REQUIRED",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&longitude=NaN&latitude=1&datum=WGS84 | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&longitude=0x1p3&latitude=1&datum=WGS84 | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&longitude=1d&latitude=1&datum=WGS84 | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&longitude=181&latitude=1&datum=WGS84 | 400 | VALUE_OUT_OF_RANGE",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&device=a%00b                  | 400 | CONTROL_CHARACTERS",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&sourceSystem=x                | 400 | TEXT_REQUIRED",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&exportedAt=2026-01-01T00:00:00Z | 400 | TEXT_REQUIRED",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&sourceSystem=x&exportedAt=2026-13-45 | 400 | BAD_INPUT",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&sourceSystem=x&exportedAt=2099-01-01T00:00:00Z | 400 | TIME_IN_FUTURE",
                "image/jpeg | subject=$hazard&stage=BEFORE&sha256=$hash&sourceSystem=x&exportedAt=2026-01-01T00:00:00Z&capturedAt=2026-01-01T00:00:01Z | 400 | END_BEFORE_START",
                "image/jpeg | subject=$hazard%00&stage=BEFORE&sha256=$hash                            | 400 | CONTROL_CHARACTERS",
            })
    void uploadIsRefused(String type, String parameters, int status, String code) {
        // Given
        String hazard = hazard();
        lookAtTheTables();
        byte[] photo = Loop.photo();
        String query = parameters
                .replace("$hazard", hazard)
                .replace("$unseen", UNSEEN)
                .replace("$otherHash", Loop.sha256(new byte[0]))
                .replace("$hash", Loop.sha256(photo));

        // When
        Response answer = upload(type, query, photo);

        // Then
        assertEquals(status, answer.statusCode(), answer::asString);
        assertEquals(code, answer.jsonPath().getString("errors[0].extensions.code"), answer::asString);
        assertFalse(INSIDE.matcher(answer.asString()).find(), answer::asString);
    }

    @Test
    void emptyAndTooLargeUploadsAreRefused() {
        // Given
        String hazard = hazard();
        lookAtTheTables();
        byte[] large = Arrays.copyOf(Loop.photo(), 20 * 1024 * 1024 + 1);

        // When
        Response empty = upload(
                "image/jpeg", "subject=" + hazard + "&stage=BEFORE&sha256=" + Loop.sha256(new byte[0]), new byte[0]);
        Response tooLarge =
                upload("image/jpeg", "subject=" + hazard + "&stage=BEFORE&sha256=" + Loop.sha256(large), large);

        // Then
        assertEquals(413, empty.statusCode(), empty::asString);
        assertEquals("SIZE_OUT_OF_RANGE", empty.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(413, tooLarge.statusCode(), tooLarge::asString);
        assertEquals("SIZE_OUT_OF_RANGE", tooLarge.jsonPath().getString("errors[0].extensions.code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/evidence/x", "/evidence/..%2f..%2fetc%2fpasswd", "/evidence/evidence_%00"})
    void downloadOfAMalformedIdIsRefused(String path) {
        // When
        Response answer = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .urlEncodingEnabled(false)
                .get(path);

        // Then
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, answer::asString);
        assertFalse(INSIDE.matcher(answer.asString()).find(), answer::asString);
    }

    @Test
    void messagesAreInTheLanguageAskedForAndNonsenseIsHarmless() {
        // When
        String chinese = inLanguage("zh-CN,zh;q=0.9", "{ hazards(first: 0) { nodes { id } } }");
        String chineseValidation = inLanguage("zh-CN", "{ hazards { nodes { colour } } }");
        String english = inLanguage("en", "{ hazards(first: 0) { nodes { id } } }");
        String garbage = inLanguage(";;;=,,q=zzz\u00e9", "{ hazards(first: 0) { nodes { id } } }");

        // Then
        assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), chinese);
        assertTrue(chineseValidation.codePoints().anyMatch(Character::isIdeographic), chineseValidation);
        assertEquals("Ask for 1 to 100 at once.", english);
        assertEquals(english, garbage);
    }

    private static String inLanguage(String language, String document) {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .header("Accept-Language", language)
                .contentType("application/json")
                .body(json(Map.of("query", document)))
                .post("/graphql")
                .jsonPath()
                .getString("errors[0].message");
    }

    /** One of which no upload is taken. */
    private static synchronized String hazard() {
        if (hazard.isEmpty()) {
            hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        }
        return hazard;
    }

    private static Response upload(String type, String query, byte[] content) {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO).upload("/evidence?" + query, type, content);
    }

    private static String document(String mutation, String inputType) {
        return "mutation($input: " + inputType + "!) { " + mutation + "(input: $input)"
                + " { userErrors { code message path details { name value } } } }";
    }

    /** On behalf of the first caller whose role may; who that was is tried first the next time. */
    private static JsonPath command(String mutation, String inputType, Map<String, Object> input) {
        JsonPath answer = JsonPath.from("{}");
        for (TestCaller caller : Stream.concat(Stream.ofNullable(MAY.get(mutation)), CALLERS.stream())
                .toList()) {
            answer = sent(caller, document(mutation, inputType), Map.of("input", input));
            List<String> codes = PlainPath.texts(answer, "errors.extensions.code");
            if (codes == null || !codes.getFirst().equals("FORBIDDEN")) {
                MAY.put(mutation, caller);
                return answer;
            }
        }
        return answer;
    }

    /** Sends the request; every answer is looked through for what must not be told. */
    private static JsonPath sent(TestCaller caller, String document, Map<String, ?> variables) {
        Response answer = posted(caller, document, variables);
        assertEquals(200, answer.statusCode(), answer::asString);
        assertFalse(INSIDE.matcher(answer.asString()).find(), answer::asString);
        return AnswerPath.of(answer);
    }

    private static Response posted(TestCaller caller, String document, Map<String, ?> variables) {
        return LedgerClient.as(caller).send(json(Map.of("query", document, "variables", variables)));
    }

    private static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The inputs of the schema, and an example of each with one bad text in it. */
    private static final class Schema {
        private final Map<String, Map<String, Object>> types = new TreeMap<>();
        private final Map<String, Map<String, NodeType>> nodes = new ConcurrentHashMap<>();

        Schema() {
            List<Map<String, Object>> all =
                    LedgerClient.as(TestCaller.OFFICER_LANKAO).query(SCHEMA).getList("data.__schema.types");
            all.forEach(type -> types.put(type.get("name").toString(), type));
        }

        Map<String, String> mutations() {
            Map<String, String> mutations = new LinkedHashMap<>();
            maps(types.get("Mutation").get("fields"))
                    .forEach(field -> mutations.put(
                            name(field),
                            typeName(map(maps(field.get("args")).getFirst().get("type")))));
            return mutations;
        }

        List<List<String>> texts(String inputType) {
            return texts(inputType, false);
        }

        List<List<String>> requiredTexts(String inputType) {
            return texts(inputType, true);
        }

        private List<List<String>> texts(String inputType, boolean required) {
            List<List<String>> found = new ArrayList<>();
            for (Map<String, Object> field : maps(types.get(inputType).get("inputFields"))) {
                String type = typeName(map(field.get("type")));
                if (type.equals("String") && (!required || isRequired(field))) {
                    found.add(List.of(name(field)));
                } else if (types.get(type).get("kind").equals("INPUT_OBJECT")) {
                    texts(type, required).forEach(path -> {
                        List<String> whole = new ArrayList<>(List.of(name(field)));
                        whole.addAll(path);
                        found.add(whole);
                    });
                }
            }
            return found;
        }

        /** The answer to an input in which nothing but one text is no good by its form. */
        JsonPath answer(String mutation, String inputType, List<String> path, String text) {
            Map<String, NodeType> ofFields = nodes.computeIfAbsent(mutation, asked -> ofFields(mutation, inputType));
            JsonPath answer = command(
                    mutation,
                    inputType,
                    example(
                            inputType,
                            path,
                            text,
                            field -> NodeId.text(Objects.requireNonNull(ofFields.get(field)), UUID.randomUUID())));
            assertFalse(
                    String.valueOf(PlainPath.texts(answer, "data." + mutation + ".userErrors.code"))
                            .contains("MALFORMED_ID"),
                    () -> "The example has ids of other types than " + mutation + " takes: " + answer.prettify());
            return answer;
        }

        /** The types of objects that the ids of an input are for: whoever sends what is no id is told. */
        private Map<String, NodeType> ofFields(String mutation, String inputType) {
            Set<String> fields = new HashSet<>();
            Map<String, Object> withoutIds = example(inputType, List.of(), "", field -> {
                fields.add(field);
                return "none";
            });
            Map<String, NodeType> ofFields = new HashMap<>();
            if (!fields.isEmpty()) {
                JsonPath answer = command(mutation, inputType, withoutIds);
                maps(Objects.requireNonNull(PlainPath.value(answer, "data." + mutation + ".userErrors"))).stream()
                        .filter(error -> "MALFORMED_ID".equals(error.get("code")))
                        .forEach(error -> ofFields.put(
                                String.valueOf(((List<?>) error.get("path")).getLast()),
                                NodeType.valueOf(maps(error.get("details"))
                                        .getFirst()
                                        .get("value")
                                        .toString()
                                        .split("\\|", 2)[0]
                                        .toUpperCase(Locale.ROOT))));
            }
            assertEquals(fields, ofFields.keySet(), mutation);
            return ofFields;
        }

        private Map<String, Object> example(
                String inputType, List<String> path, String text, UnaryOperator<String> id) {
            Map<String, Object> example = new LinkedHashMap<>();
            for (Map<String, Object> field : maps(types.get(inputType).get("inputFields"))) {
                boolean bad = !path.isEmpty() && path.getFirst().equals(name(field));
                if (bad || isRequired(field) || name(field).equals("requestId")) {
                    Object value = value(field, bad ? path.subList(1, path.size()) : List.of(), bad, text, id);
                    example.put(name(field), isList(map(field.get("type"))) ? List.of(value) : value);
                }
            }
            return example;
        }

        private Object value(
                Map<String, Object> field, List<String> path, boolean bad, String text, UnaryOperator<String> id) {
            String type = typeName(map(field.get("type")));
            return switch (type) {
                case "String" ->
                    bad
                            ? text
                            : name(field).equals("requestId")
                                    ? UUID.randomUUID().toString()
                                    : "FIRE";
                case "ID" -> id.apply(name(field));
                case "Date" -> "2030-01-01";
                case "DateTime" -> "2030-01-01T00:00:00+08:00";
                case "Boolean" -> true;
                case "Int" -> 1;
                case "Float" -> 0.5;
                default ->
                    types.get(type).get("kind").equals("ENUM")
                            ? name(maps(types.get(type).get("enumValues")).getFirst())
                            : example(type, path, text, id);
            };
        }

        /** Documents with a null character in each text of each query, with their variables. */
        Map<String, Map<String, Object>> queryTexts() {
            Map<String, Map<String, Object>> found = new LinkedHashMap<>();
            for (Map<String, Object> query : maps(types.get("Query").get("fields"))) {
                for (Map<String, Object> argument : maps(query.get("args"))) {
                    String type = typeName(map(argument.get("type")));
                    if (isList(map(argument.get("type")))) {
                        found.put(
                                "{ " + name(query) + "(" + name(argument) + ": [\"a\\u0000b\"]) { __typename } }",
                                Map.of());
                    } else if (type.equals("String") || type.equals("ID")) {
                        add(found, query, name(argument), type, "a\u0000b", "");
                    } else if (types.get(type).get("kind").equals("INPUT_OBJECT")) {
                        for (Map<String, Object> field : maps(types.get(type).get("inputFields"))) {
                            if (Set.of("String", "ID").contains(typeName(map(field.get("type"))))) {
                                add(found, query, name(argument), type, Map.of(name(field), "a\u0000b"), name(field));
                            }
                        }
                    }
                }
            }
            return found;
        }

        private void add(
                Map<String, Map<String, Object>> found,
                Map<String, Object> query,
                String argument,
                String type,
                Object value,
                String alias) {
            boolean required =
                    maps(query.get("args")).stream().anyMatch(one -> name(one).equals(argument) && isRequired(one));
            String others = maps(query.get("args")).stream()
                    .filter(one -> isRequired(one) && !name(one).equals(argument))
                    .map(one -> ", " + name(one) + ": \"" + UNSEEN + "\"")
                    .collect(Collectors.joining());
            String declared = required && !type.endsWith("!") ? type + "!" : type;
            found.put(
                    "query " + name(query) + "_" + argument + alias + "($v: " + declared + ") { " + name(query) + "("
                            + argument + ": $v" + others + ") { __typename } }",
                    Map.of("v", value));
        }

        private static boolean isRequired(Map<String, Object> field) {
            return map(field.get("type")).get("kind").equals("NON_NULL");
        }

        private static boolean isList(Map<String, Object> type) {
            return type.get("kind").equals("LIST") || type.get("ofType") != null && isList(map(type.get("ofType")));
        }

        private static String typeName(Map<String, Object> type) {
            return type.get("ofType") == null ? type.get("name").toString() : typeName(map(type.get("ofType")));
        }

        private static String name(Map<String, Object> named) {
            return named.get("name").toString();
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> map(Object value) {
            return (Map<String, Object>) value;
        }

        @SuppressWarnings("unchecked")
        private static List<Map<String, Object>> maps(Object value) {
            return (List<Map<String, Object>>) value;
        }
    }
}
