package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** A field that is refused is null with an error at its place, and its neighbours are answered. */
@LedgerTest
class RefusedFieldsTest {
    private final Loop loop = new Loop();

    @Test
    void fieldsAtTheRootStandBesideOneAnother() {
        // When
        JsonPath answer = asked(
                TestCaller.WORKER_LANKAO,
                "{ h: hazards(first: 1) { totalCount } c: campaigns(first: 1) { totalCount } bad: hazards(first: 0) { totalCount } }");

        // Then
        assertNotNull(answer.get("data.h.totalCount"));
        assertNull(answer.get("data.c"));
        assertNull(answer.get("data.bad"));
        assertEquals(List.of("FORBIDDEN", "PAGE_SIZE_OUT_OF_RANGE"), answer.getList("errors.extensions.code"));
        assertEquals(List.of(List.of("c"), List.of("bad")), answer.getList("errors.path"));
    }

    @Test
    void theyDoSoWhereTheEngineRunsTheDocument() {
        // When
        JsonPath answer = asked(
                TestCaller.WORKER_LANKAO,
                "{ viewer { role } h: hazards(first: 1) { totalCount } c: campaigns(first: 1) { totalCount } hazardDashboard { total } }");

        // Then
        assertEquals("ENTERPRISE_WORKER", answer.getString("data.viewer.role"));
        assertNotNull(answer.get("data.h.totalCount"));
        assertNull(answer.get("data.c"));
        assertNull(answer.get("data.hazardDashboard"));
        assertEquals(List.of("FORBIDDEN", "FORBIDDEN"), answer.getList("errors.extensions.code"));
        assertEquals(List.of(List.of("c"), List.of("hazardDashboard")), answer.getList("errors.path"));
    }

    @Test
    void nestedListsAreRefusedWhereTheyAre() {
        // Given
        loop.reportedHazard(TestCaller.WORKER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        JsonPath answer = asked(
                TestCaller.WORKER_LANKAO,
                "{ hazards(first: 1) { nodes { id enterprise { name inspections(first: 1) { totalCount } } } } }");

        // Then
        assertNotNull(answer.get("data.hazards.nodes[0].enterprise.name"));
        assertNull(answer.get("data.hazards.nodes[0].enterprise.inspections"));
        assertEquals(List.of("FORBIDDEN"), answer.getList("errors.extensions.code"));
        assertEquals(
                List.of(List.of("hazards", "nodes", 0, "enterprise", "inspections")), answer.getList("errors.path"));
    }

    @Test
    void partsOfAPayloadAreRefusedWhereTheyAreAndTheCommandIsCarriedOut() {
        // When
        JsonPath answer = LedgerClient.as(TestCaller.WORKER_LANKAO)
                .send(
                        "mutation($input: ReportHazardInput!) { r: reportHazard(input: $input) { h: hazard { id enterprise {"
                                + " inspections(first: 1) { totalCount } } } userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "enterpriseId",
                                        loop.enterpriseId(TestCaller.WORKER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                                        "title",
                                        "安全出口上锁",
                                        "category",
                                        "FIRE_FACILITIES")))
                .jsonPath();

        // Then
        assertNotNull(answer.get("data.r.h.id"), answer::prettify);
        assertNull(answer.get("data.r.h.enterprise.inspections"));
        assertEquals(
                List.of(List.of("r", "h", "enterprise", "inspections")),
                answer.getList("errors.path"),
                answer::prettify);
    }

    @Test
    void laterCommandsOfADocumentStillRun() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        JsonPath answer = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .send(
                        "mutation($id: ID!, $none: ID!) { a: acceptRectification(input: {id: $none}) { userErrors { code } }"
                                + " b: rejectHazard(input: {id: $none, reason: \"x\"}) { userErrors { code } }"
                                + " c: rejectHazard(input: {id: $id, reason: \"x\"}) { hazard { status } userErrors { code } } }",
                        Map.of("id", hazard, "none", NodeId.text(NodeType.HAZARD, NodeId.newUuid())))
                .jsonPath();

        // Then
        assertNull(answer.get("data.a"));
        assertNull(answer.get("data.b"));
        assertEquals("REJECTED", answer.getString("data.c.hazard.status"), answer::prettify);
        assertEquals(List.of("FORBIDDEN", "NOT_FOUND"), answer.getList("errors.extensions.code"));
    }

    @Test
    void listsLieInOneAnotherAsDeepAsADocumentMay() {
        // When
        JsonPath answer = asked(
                TestCaller.OFFICER_LANKAO,
                "{ enterprises(first: 2) { nodes { hazards(first: 2) { nodes { inspection { campaign { inspections(first: 2) {"
                        + " nodes { hazards(first: 2) { nodes { rectificationTasks(first: 2) { nodes { id } } } } } } } } } } } } }");

        // Then
        assertNull(answer.getList("errors"), answer::prettify);
    }

    @Test
    void aRowOfANestedListMayHaveManyCells() {
        // Given
        loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String cells =
                IntStream.range(0, 250).mapToObj(i -> "t" + i + ": title").collect(Collectors.joining(" "));

        // When
        JsonPath answer = asked(
                TestCaller.OFFICER_LANKAO,
                "{ enterprises(first: 100) { nodes { hazards(first: 1) { nodes { " + cells
                        + " evidence(first: 1) { totalCount } last: status } } } } }");

        // Then
        assertNull(answer.getList("errors"), answer::prettify);
        Map<String, Object> row = answer.<Map<String, Object>>getList("data.enterprises.nodes.hazards.nodes.flatten()")
                .getFirst();
        assertEquals(row.get("t0"), row.get("t249"));
        assertEquals(Map.of("totalCount", 0), row.get("evidence"));
        assertNotNull(row.get("last"));
    }

    @Test
    void variablesThatAreNullInPlaceOfTheirDefaultAreBadInputEachTime() {
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        for (String document : List.of(
                "query($v: ID = \"x\") { f: hazard(id: $v) { id } }",
                "query($v: ID = \"x\") { f: nodes(ids: [$v]) { id } }",
                "query($v: ID = \"x\") { f: node(id: $v) { id } viewer { role } }")) {
            Map<String, Object> none = new HashMap<>();
            none.put("v", null);
            for (Map<String, Object> variables : List.of(none, Map.<String, Object>of("v", hazard), none)) {
                // When
                List<String> codes = LedgerClient.as(TestCaller.OFFICER_LANKAO).errorCodes(document, variables);

                // Then
                assertEquals(variables == none ? List.of("BAD_INPUT") : List.of(), codes, document);
            }
        }
    }

    @Test
    void aTextThatIsNoDivisionCodeIsAnUnknownOne() {
        // When
        JsonPath answer = asked(
                TestCaller.OFFICER_LANKAO,
                "{ jurisdictions(subtreeOf: \"410225\") { nodes { code } } hazards { totalCount } }");

        // Then
        assertNull(answer.get("data.jurisdictions"));
        assertNotNull(answer.get("data.hazards"));
        assertEquals(List.of("UNKNOWN_CODE"), answer.getList("errors.extensions.code"));
    }

    @Test
    void oneFieldUnderManyNamesIsReadOnce() {
        // Given
        loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String names =
                IntStream.range(0, 1900).mapToObj(i -> "t" + i + ": title").collect(Collectors.joining(" "));

        // When
        JsonPath answer = asked(TestCaller.OFFICER_LANKAO, "{ hazards(first: 1) { nodes { " + names + " } } }");

        // Then
        assertNull(answer.getList("errors"), answer::prettify);
        assertEquals(answer.getString("data.hazards.nodes[0].t0"), answer.getString("data.hazards.nodes[0].t1899"));
    }

    @Test
    void documentsThatLeadToTooManyObjectsAreRefused() {
        // Given
        String neighbours = IntStream.range(0, 200)
                .mapToObj(i -> "e" + i + ": enterprise { id }")
                .collect(Collectors.joining(" "));

        // When
        JsonPath answer = asked(TestCaller.OFFICER_LANKAO, "{ hazards(first: 1) { nodes { " + neighbours + " } } }");

        // Then
        assertEquals(List.of("LIMIT_EXCEEDED"), answer.getList("errors.extensions.code"));
    }

    @Test
    void commandsSelectLessThanQueries() {
        // Given
        String selected = "enterprise { hazards(first: 100) { nodes { evidence(first: 100) { nodes { id } } } } }";

        // When
        JsonPath query = asked(
                TestCaller.OFFICER_LANKAO,
                "{ hazard(id: \"%s\") { %s } }".formatted(NodeId.text(NodeType.HAZARD, NodeId.newUuid()), selected));
        JsonPath command = asked(
                TestCaller.OFFICER_LANKAO,
                "mutation { closeHazard(input: {id: \"%s\"}) { hazard { %s } } }"
                        .formatted(NodeId.text(NodeType.HAZARD, NodeId.newUuid()), selected));

        // Then
        assertNull(query.getList("errors"), query::prettify);
        assertEquals(List.of("LIMIT_EXCEEDED"), command.getList("errors.extensions.code"));
    }

    private static JsonPath asked(TestCaller caller, String document) {
        return LedgerClient.as(caller).send(document, Map.of()).jsonPath();
    }
}
