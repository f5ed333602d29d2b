package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** A value is taken in the one form of its scalar or refused: by compiled reads, by the engine and by commands alike. */
@LedgerTest
class CoercionTest {
    /** An argument of each scalar that queries take, by the type that a variable for it has. */
    private static final Map<String, String> QUERIES = Map.of(
            "DateTime", "hazards(first: 1, filter: {reportedBefore: $v}) { totalCount }",
            "Date", "inspections(first: 1, filter: {plannedFrom: $v}) { totalCount }",
            "Date ", "checklists(first: 1, validOn: $v) { totalCount }",
            "Int", "hazards(first: $v) { nodes { id } }",
            "Boolean", "hazards(first: 1, filter: {open: $v}) { totalCount }",
            "HazardGrade", "hazards(first: 1, filter: {grade: $v}) { totalCount }",
            "String", "hazards(first: 1, filter: {text: $v}) { totalCount }",
            "ID", "hazards(first: 1, filter: {enterpriseId: $v}) { totalCount }");

    private static final Map<String, List<Object>> GOOD = Map.of(
            "DateTime",
                    List.of(
                            "2026-11-26T16:30:00Z",
                            "2026-11-27T00:30:00+08:00",
                            "2026-11-26t16:30:00.123456789z",
                            "1901-01-01T08:00:00+08:00"),
            "Date", List.of("2026-11-26", "1901-01-01", "2024-02-29"),
            "Int", List.of(1, 100),
            "Boolean", List.of(true, false),
            "HazardGrade", List.of("MAJOR", "GENERAL"),
            "String", List.of("通道", "-1", "2026-11-26"),
            "ID", List.of("enterprise_01jd0000000000000000000000"));

    private static final List<Object> ODD = List.of(
            "",
            " ",
            "-1",
            "0",
            "1.5",
            "1e3",
            "0x10",
            "NaN",
            "null",
            "true",
            "now",
            "MAJOR",
            "major",
            "2026-11-26",
            "20261126",
            "2026-11-26 ",
            " 2026-11-26",
            "26-11-26",
            "2026-11-31",
            "2026-W48-4",
            "2026-330",
            "+12026-01-01",
            "2026-11-26T16:30:00.000Z",
            "2026-11-26T16:30Z",
            "+12026-11-26T16:30:00Z",
            "-2026-11-26T16:30:00Z",
            "2026-11-26T16:30:00",
            "2026-11-26 16:30:00Z",
            "2026-11-26T16:30:00+0800",
            "2026-11-26T16:30:00+08",
            "2026-11-26T16:30:00.Z",
            "2026-11-26T24:00:00Z",
            "2026-11-26T16:30:00Z[Asia/Shanghai]",
            "1764174600",
            "２０２６-11-26",
            "2026-11-26T16:30:00Z".repeat(100),
            -1,
            0,
            1764174600,
            1764174600000L,
            4294967297L,
            new BigInteger("18446744073709551617"),
            new BigDecimal("1.0"),
            new BigDecimal("1.5"),
            new BigDecimal("1e1"),
            true,
            List.of(1),
            Map.of("a", 1));

    @Inject
    RequestExecution execution;

    @Inject
    ObjectMapper mapper;

    /** Somebody else each time: whoever sent many documents that were refused has to wait between two more. */
    private static Caller officer() {
        String subject = UUID.randomUUID().toString();
        return new Caller(subject, subject, Role.CITY_OFFICER, "410200000000", null, Powers.NONE, null, Set.of());
    }

    @Test
    void valuesInTheirFormAreTakenWhoeverRunsTheDocument() throws Exception {
        // Given
        List<Executable> checks = new ArrayList<>();
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            for (Object value : GOOD.getOrDefault(query.getKey().strip(), List.of())) {
                for (GraphQLRequest request : requests(query, value)) {
                    // When
                    JsonNode read = answered(request);
                    JsonNode resolved = resolved(request);

                    // Then
                    checks.add(() -> assertFalse(read.has("errors"), () -> request + " " + read));
                    checks.add(() -> assertEquals(resolved.toPrettyString(), read.toPrettyString(), request::toString));
                }
            }
        }
        assertTrue(checks.size() > 60, () -> "Only " + checks.size());
        assertAll(checks);
    }

    @Test
    void valuesInAnotherFormAreTakenByNobody() throws Exception {
        // Given
        List<Executable> checks = new ArrayList<>();
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            for (Object value : ODD) {
                for (GraphQLRequest request : requests(query, value)) {
                    // When
                    JsonNode read = answered(request);
                    JsonNode resolved = resolved(request);

                    // Then
                    checks.add(() -> assertEquals(
                            resolved.at("/errors/0/extensions"), read.at("/errors/0/extensions"), request::toString));
                    if (!isTaken(query.getKey().strip(), value)) {
                        checks.add(() -> assertEquals(
                                "BAD_INPUT",
                                read.at("/errors/0/extensions/code").asText(),
                                () -> request + " " + read));
                    }
                }
            }
        }
        assertTrue(checks.size() > 600, () -> "Only " + checks.size());
        assertAll(checks);
    }

    /** Whatever is of the scalar's form may be refused later, for what it says: then by both. */
    private static boolean isTaken(String type, Object value) {
        return switch (type) {
            case "DateTime" -> value.equals("2026-11-26T16:30:00.000Z");
            case "Date" -> value.equals("2026-11-26");
            case "Int" -> value instanceof Integer;
            default -> true;
        };
    }

    @Test
    void errorNamesTheArgumentTheFormAndTheValueCut() throws Exception {
        // Given
        String document = "{ hazards(first: 1, filter: {reportedBefore: \"%s\"}) { totalCount } }"
                .formatted("2026-11-26".repeat(30));

        // When
        JsonNode error = answered(request(document, Map.of())).at("/errors/0");

        // Then
        assertEquals("filter.reportedBefore", error.at("/extensions/argument").asText());
        assertEquals(
                "a time by RFC 3339 with seconds and offset, such as 2026-03-01T08:30:00+08:00",
                error.at("/extensions/expected").asText());
        assertEquals(
                "2026-11-26".repeat(10) + "…", error.at("/extensions/value").asText());
        assertEquals(
                "The value " + "2026-11-26".repeat(10) + "… is not of the form that is wanted here.",
                error.at("/message").asText());
    }

    @Test
    void errorNamesTheFieldWithinAVariable() throws Exception {
        // Given
        String document =
                "mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { userErrors { code } } }";
        Map<String, Object> input = Map.of(
                "title", "",
                "kind", "ROUTINE",
                "startsOn", "2030-01-01",
                "endsOn", "",
                "targetJurisdictions", List.of("410225000000"));

        // When
        JsonNode error = answered(request(document, Map.of("input", input))).at("/errors/0/extensions");

        // Then
        assertEquals("BAD_INPUT", error.at("/code").asText());
        assertEquals("input.endsOn", error.at("/argument").asText());
        assertEquals(
                "a day as YYYY-MM-DD, such as 2026-03-01", error.at("/expected").asText());
        assertEquals("", error.at("/value").asText("?"));
    }

    @Test
    void commandsTakeNoValueInAnotherFormAndChangeNothing() {
        // Given
        Loop loop = new Loop();
        String enterprise = loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<String, String> before = LedgerDatabase.fingerprint();
        List<Executable> checks = new ArrayList<>();

        for (Object value : ODD) {
            // When
            Map<String, Object> report = new LinkedHashMap<>(
                    Map.of("enterpriseId", enterprise, "title", "x", "category", "FIRE_FACILITIES"));
            report.put("discoveredAt", value);
            Map<String, Object> campaign = new LinkedHashMap<>(Map.of(
                    "title", "x",
                    "kind", "ROUTINE",
                    "endsOn", "2030-01-01",
                    "targetJurisdictions", List.of("410225000000")));
            campaign.put("startsOn", value);
            Map<String, Object> confirm = new LinkedHashMap<>(Map.of("id", hazard, "grade", "GENERAL"));
            confirm.put("expectedVersion", value);

            // Then
            if (!isTaken("DateTime", value)) {
                checks.add(() -> assertEquals(List.of("BAD_INPUT"), sent("reportHazard", "ReportHazardInput", report)));
            }
            if (!isTaken("Date", value)) {
                checks.add(() ->
                        assertEquals(List.of("BAD_INPUT"), sent("createCampaign", "CreateCampaignInput", campaign)));
            }
            if (!(value instanceof Integer)) {
                checks.add(() -> assertEquals(
                        List.of("BAD_INPUT"), sent("confirmHazard", "ConfirmHazardInput", confirm), value::toString));
            }
        }
        assertAll(checks);
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private static List<String> sent(String mutation, String inputType, Map<String, Object> input) {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .errorCodes(
                        "mutation($input: " + inputType + "!) { " + mutation
                                + "(input: $input) { userErrors { code } } }",
                        Map.of("input", input));
    }

    /** The query with the value in a variable, and with the value in the document. */
    private List<GraphQLRequest> requests(Map.Entry<String, String> query, Object value) throws Exception {
        String document = "query($v: " + query.getKey().strip() + ") { " + query.getValue() + " }";
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("v", value);
        String literal = "{ " + query.getValue().replace("$v", literal(query.getKey(), value)) + " }";
        return Arrays.asList(request(document, variables), request(literal, Map.of()));
    }

    private String literal(String type, Object value) throws Exception {
        return switch (value) {
            case String text when type.equals("HazardGrade") && text.equals("MAJOR") || text.equals("GENERAL") -> text;
            case Map<?, ?> _ -> "{a: 1}";
            default -> mapper.writeValueAsString(value);
        };
    }

    private JsonNode answered(GraphQLRequest request) throws Exception {
        return mapper.readTree(execution.execute(request, officer()).body().getBytes());
    }

    /** What the engine answers: it runs a document that has a field with a resolver, too. */
    private JsonNode resolved(GraphQLRequest request) throws Exception {
        String document = request.document();
        int fields = document.startsWith("{") ? 0 : document.indexOf(") {") + 2;
        String withResolver = document.substring(0, fields) + "{ viewer { subject } " + document.substring(fields + 1);
        JsonNode answer = answered(request(withResolver, request.variables()));
        if (answer.get("data") instanceof ObjectNode data) {
            data.remove("viewer");
        }
        return answer;
    }

    private GraphQLRequest request(String document, Map<String, ?> variables) throws Exception {
        byte[] body = mapper.writeValueAsBytes(Map.of("query", document, "variables", variables));
        return GraphQLRequest.of(StrictJson.object(body), new PersistedDocuments(), false, MediaTypes.JSON);
    }
}
