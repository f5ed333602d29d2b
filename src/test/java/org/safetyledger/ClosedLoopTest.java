package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class ClosedLoopTest {
    @Test
    void hazardGoesFromReportToClosureWithItsWholeHistory() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        loop.complete(hazard);

        // Then
        var answer = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query(
                        "query($id: ID!) { hazard(id: $id) { status } verifyHistory(of: $id) { intact entries }"
                                + " history(of: $id) { nodes { action actorName } } }",
                        Map.of("id", hazard));
        assertEquals("CLOSED", answer.getString("data.hazard.status"));
        assertEquals(
                List.of(
                        "REPORTED",
                        "CONFIRMED",
                        "ASSIGNED",
                        "RECTIFICATION_STARTED",
                        "SUBMITTED",
                        "REVIEW_PASSED",
                        "CLOSED"),
                answer.getList("data.history.nodes.action"));
        assertEquals(true, answer.getBoolean("data.verifyHistory.intact"));
    }

    @Test
    void inspectionGoesFromPlanToCompletion() {
        // Given
        Loop loop = new Loop();
        String inspection = loop.plannedInspection(TestCaller.OFFICER_LANKAO, LocalDate.now(Times.ZONE));

        // When
        loop.conduct(TestCaller.OFFICER_LANKAO, inspection);

        // Then
        assertEquals(
                "COMPLETED",
                LedgerClient.as(TestCaller.CITY_OFFICER)
                        .query("query($id: ID!) { inspection(id: $id) { status } }", Map.of("id", inspection))
                        .getString("data.inspection.status"));
    }

    @Test
    void graphiqlsDoubledContentTypeIsJson() {
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Authorization", "Bearer " + TestCaller.CITY_OFFICER.token())
                .header("Content-Type", "application/json, application/json")
                .body("{\"query\": \"{ viewer { subject } }\"}".getBytes(StandardCharsets.UTF_8))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.viewer.subject", equalTo("city-officer"));
    }
}
