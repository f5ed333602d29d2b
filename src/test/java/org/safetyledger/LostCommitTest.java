package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.CuttingDriver;
import org.safetyledger.testing.CuttingDriver.Cut;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TestCaller;

/** What is said of a command is true also when the connection to the database is lost around its commit. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class LostCommitTest {
    private static final String REPORT = "mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard {"
            + " id enterprise { name } rectificationTasks(first: 1) { nodes { id } } } userErrors { code } } }";

    private final Loop loop = new Loop();
    private final Map<String, Object> input = new LinkedHashMap<>();

    @BeforeEach
    void prepare() {
        CuttingDriver.reset();
        input.put("id", NodeId.text(NodeType.HAZARD, NodeId.newUuid()));
        input.put("enterpriseId", loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE));
        input.put("title", "配电箱门敞开 " + UUID.randomUUID());
        input.put("category", "FIRE_FACILITIES");
    }

    @AfterEach
    void bringDatabaseBack() {
        CuttingDriver.reset();
    }

    @Test
    void commandWhoseCommitWasLostOnItsWayHasAnUnknownOutcomeAndIsCarriedOutByItsRepeat() {
        // Given
        CuttingDriver.cut(Cut.BEFORE_COMMIT);

        // When
        Response lost = report();

        // Then
        assertOutcomeUnknown(lost);
        assertEquals(0, hazards());
        assertEquals(input.get("id"), report().jsonPath().getString("data.reportHazard.hazard.id"));
        assertEquals(1, hazards());
    }

    @Test
    void commandWhoseCommitWasCarriedOutUnheardHasAnUnknownOutcomeAndIsNotRepeated() {
        // Given
        CuttingDriver.cut(Cut.AFTER_COMMIT);

        // When
        Response lost = report();

        // Then
        assertOutcomeUnknown(lost);
        assertEquals(1, hazards());
        assertEquals(input.get("id"), report().jsonPath().getString("data.reportHazard.hazard.id"));
        assertEquals(1, hazards());
    }

    @Test
    void uploadWhoseCommitWasCarriedOutUnheardHasAnUnknownOutcomeAndIsNotRepeated() {
        // Given
        String hazard = report().jsonPath().getString("data.reportHazard.hazard.id");
        byte[] photo = Loop.photo();
        String id = NodeId.text(NodeType.EVIDENCE, NodeId.newUuid());
        CuttingDriver.cut(Cut.AFTER_COMMIT);

        // When
        Response lost = upload(hazard, id, photo);

        // Then
        assertEquals(503, lost.statusCode(), lost::asString);
        assertEquals("OUTCOME_UNKNOWN", lost.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(201, upload(hazard, id, photo).statusCode());
        assertEquals(
                1, LedgerDatabase.number("select count(*) from evidence where sha256 = '" + Loop.sha256(photo) + "'"));
    }

    @Test
    void whatIsSelectedOfTheChangedObjectNeedsNoDatabaseBehindTheCommit() {
        // Given
        CuttingDriver.cut(Cut.AWAY_AFTER_COMMIT);

        // When
        Response answer = report();

        // Then
        JsonPath json = answer.jsonPath();
        assertEquals(200, answer.statusCode(), answer::asString);
        assertNull(json.getList("errors"), answer::asString);
        assertEquals(input.get("id"), json.getString("data.reportHazard.hazard.id"));
        assertNotNull(json.getString("data.reportHazard.hazard.enterprise.name"), answer::asString);
        CuttingDriver.reset();
        assertEquals(1, hazards());
    }

    @Test
    void readAndCommandAreAnsweredAlikeWhileTheDatabaseIsAway() {
        // Given
        CuttingDriver.takeDatabaseAway();

        // When
        Response read =
                LedgerClient.as(TestCaller.OFFICER_LANKAO).send("{ hazards(first: 1) { nodes { id } } }", Map.of());
        Response resolved = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .send("{ jurisdiction(code: \"410225000000\") { id } }", Map.of());
        Response command = report();

        // Then
        for (Response answer : List.of(read, resolved, command)) {
            assertEquals(503, answer.statusCode(), answer::asString);
            assertEquals(
                    List.of("SERVICE_UNAVAILABLE"),
                    answer.jsonPath().getList("errors.extensions.code"),
                    answer::asString);
        }
        CuttingDriver.reset();
        assertEquals(0, hazards());
    }

    private static void assertOutcomeUnknown(Response answer) {
        assertEquals(503, answer.statusCode(), answer::asString);
        assertEquals(List.of("OUTCOME_UNKNOWN"), answer.jsonPath().getList("errors.extensions.code"), answer::asString);
        assertNull(answer.jsonPath().get("data.reportHazard"));
    }

    private Response report() {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO).send(REPORT, Map.of("input", input));
    }

    private long hazards() {
        return LedgerDatabase.number("select count(*) from hazard where title = '" + input.get("title") + "'");
    }

    private static Response upload(String hazard, String id, byte[] photo) {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .queryParams("id", id, "subject", hazard, "stage", "BEFORE", "sha256", Loop.sha256(photo))
                .body(photo)
                .post("/evidence");
    }
}
