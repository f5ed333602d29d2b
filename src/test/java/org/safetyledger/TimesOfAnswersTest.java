package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** A time is told by RFC 3339 with its seconds and to the microsecond, whoever tells it and from where. */
@LedgerTest
class TimesOfAnswersTest {
    private static final LedgerClient OFFICER = LedgerClient.as(TestCaller.OFFICER_LANKAO);

    private final Loop loop = new Loop();

    @Test
    void sameTimeIsToldByThePayloadAndEachWayOfReading() {
        for (String sent : List.of("2026-03-01T00:30:00.123456789Z", "2026-03-01T08:30:00.123456+08:00")) {
            // When
            Payload reported = report(sent).accepted();
            Map<String, Object> id = Map.of("id", reported.text("hazard.id"));
            JsonPath compiled = OFFICER.query("query($id: ID!) { hazard(id: $id) { discoveredAt } }", id);
            JsonPath resolved =
                    OFFICER.query("query($id: ID!) { node(id: $id) { ... on Hazard { discoveredAt } } }", id);

            // Then
            String told = "2026-03-01T08:30:00.123456+08:00";
            assertEquals(told, reported.text("hazard.discoveredAt"));
            assertEquals(told, compiled.getString("data.hazard.discoveredAt"));
            assertEquals(told, resolved.getString("data.node.discoveredAt"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:30:00+08:00, 2026-03-01T08:30:00+08:00",
        "1901-01-01T00:00:00Z, 1901-01-01T08:00:00+08:00",
        "1988-07-01T00:00:00Z, 1988-07-01T09:00:00+09:00"
    })
    void timeOfAPhotoIsToldInTheOffsetOfItsDay(String sent, String told) {
        // Given
        byte[] photo = Loop.photo();
        String hazard = report("2026-03-01T00:30:00Z").accepted().text("hazard.id");

        // When
        String id = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .queryParams("subject", hazard, "stage", "BEFORE", "sha256", Loop.sha256(photo), "capturedAt", sent)
                .body(photo)
                .post("/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        JsonPath compiled = OFFICER.query(
                "query($id: ID!) { hazard(id: $id) { evidence { nodes { capturedAt } } } }", Map.of("id", hazard));
        JsonPath resolved =
                OFFICER.query("query($id: ID!) { node(id: $id) { ... on Evidence { capturedAt } } }", Map.of("id", id));
        assertEquals(told, compiled.getString("data.hazard.evidence.nodes[0].capturedAt"));
        assertEquals(told, resolved.getString("data.node.capturedAt"));
    }

    @Test
    void timeBeforeThoseOfThisZoneIsRefused() {
        // When
        Payload answer = report("1901-01-01T00:00:00+14:00");

        // Then
        assertEquals(List.of("VALUE_OUT_OF_RANGE"), answer.userErrorCodes());
        assertEquals("The value must be between 1901 and 2200.", answer.text("userErrors[0].message"));
    }

    @Test
    void timeInTheHistoryHasItsSecondsThoughTheyAreZero() {
        // Given
        String hazard = report("2026-03-01T08:30:00+08:00").accepted().text("hazard.id");
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String end = LocalDate.now(Times.ZONE).plusDays(2) + "T08:00:00+08:00";

        // When
        OFFICER.mutate(
                        "assignRectification",
                        "AssignRectificationInput",
                        Map.of(
                                "id",
                                NodeId.text(NodeType.TASK, NodeId.newUuid()),
                                "hazardId",
                                hazard,
                                "requirement",
                                "清理通道",
                                "dueAt",
                                end),
                        "rectificationTask { id }")
                .accepted();

        // Then
        JsonPath history = OFFICER.query(
                "query($id: ID!) { history(of: $id) { nodes { details { name value } } } }", Map.of("id", hazard));
        List<String> times =
                history.getList("data.history.nodes.details.flatten().findAll { it.name == 'dueAt' }.value");
        assertEquals(end, times.getLast());
    }

    private Payload report(String discoveredAt) {
        Map<String, Object> input = new HashMap<>();
        input.put("enterpriseId", loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE));
        input.put("title", "配电箱门敞开");
        input.put("category", "FIRE_FACILITIES");
        input.put("discoveredAt", discoveredAt);
        return OFFICER.mutate("reportHazard", "ReportHazardInput", input, "hazard { id discoveredAt }");
    }
}
