package org.safetyledger.evidence;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** A repeated upload is the same upload; the same bytes for something else are not. */
@LedgerTest
class RepeatedUploadTest {
    private final Loop loop = new Loop();
    private final byte[] photo = Loop.photo();
    private final Map<String, String> parameters = new HashMap<>();

    @BeforeEach
    void uploadOnce() {
        parameters.putAll(Map.of(
                "id", NodeId.text(NodeType.EVIDENCE, NodeId.newUuid()),
                "subject", loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                "stage", "BEFORE",
                "sha256", Loop.sha256(photo),
                "capturedAt", "2026-03-01T08:30:00.123456+08:00",
                "longitude", "114.82",
                "latitude", "34.83",
                "datum", "WGS84",
                "device", "Mate 70"));
        parameters.putAll(Map.of("sourceSystem", "化工园区监控平台", "exportedAt", "2026-03-02T09:00:00+08:00"));
        assertEquals(201, upload().statusCode());
    }

    @Test
    void sameDeclarationIsAnsweredAsTheFirstTime() {
        // Given
        Map<String, String> before = LedgerDatabase.fingerprint();
        parameters.put("capturedAt", "2026-03-01T00:30:00.123456Z");
        parameters.put("longitude", "114.820");
        parameters.put("device", " Mate 70 ");

        // When
        Response again = upload();

        // Then
        assertEquals(201, again.statusCode(), again::asString);
        assertEquals(parameters.get("id"), again.jsonPath().getString("id"));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void clipTellsFromWhichSystemItWasExportedAndWhen() {
        // When
        JsonPath told = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { node(id: $id) { ... on Evidence { sourceSystem exportedAt } } }",
                        Map.of("id", parameters.get("id")));

        // Then
        assertEquals("化工园区监控平台", told.getString("data.node.sourceSystem"));
        assertEquals("2026-03-02T09:00:00+08:00", told.getString("data.node.exportedAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "stage, AFTER",
        "capturedAt, 2026-03-01T08:30:01+08:00",
        "longitude, 114.83",
        "latitude, 34.84",
        "datum, GCJ02",
        "device, Mate 80",
        "sourceSystem, 园区监控平台",
        "exportedAt, 2026-03-03T09:00:00+08:00"
    })
    void sameBytesDeclaredOtherwiseAreRefused(String name, String value) {
        // Given
        parameters.put(name, value);

        // When
        assertReused();
    }

    @Test
    void sameBytesForAnotherSubjectAreRefused() {
        // Given
        parameters.put("subject", loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE));

        // When
        assertReused();
    }

    @Test
    void sameBytesWithoutPlaceOrTimeAreRefused() {
        // Given
        parameters.keySet().removeAll(Set.of("longitude", "latitude", "datum", "capturedAt"));

        // When
        assertReused();
    }

    private void assertReused() {
        Map<String, String> before = LedgerDatabase.fingerprint();
        Response answer = upload();
        assertEquals(409, answer.statusCode(), answer::asString);
        assertEquals("CLIENT_ID_REUSED", answer.jsonPath().getString("errors[0].extensions.code"));
        assertEquals("id", answer.jsonPath().getString("errors[0].extensions.argument"));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private Response upload() {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .queryParams(parameters)
                .body(photo)
                .post("/evidence");
    }
}
