package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.TestCaller;

/** The packaged program in its production profile, on a database set up as an operator would. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
class PackagedLedgerIT {
    @Test
    void closesAHazard() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        loop.complete(hazard);

        // Then
        assertEquals(
                "CLOSED",
                LedgerClient.as(TestCaller.CITY_OFFICER)
                        .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                        .getString("data.hazard.status"));
    }

    @Test
    void migratesAnEmptyDatabaseAndLoadsTheSeeds() throws IOException {
        // Given
        long migrations;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            migrations = files.count();
        }

        // When
        long applied = LedgerDatabase.number(
                "select count(*) from flyway_schema_history where success and version is not null");

        // Then
        assertEquals(migrations, applied);
        assertEquals(141, LedgerDatabase.number("select count(*) from division"));
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            assertEquals(
                    files.filter(file -> file.toString().endsWith(".csv")).count(),
                    LedgerDatabase.number("select count(*) from seed_import"));
        }
    }

    @Test
    void givesBackTheEvidenceThatItTook() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        byte[] photo = Loop.photo();
        String token = TestCaller.OFFICER_LANKAO.token();
        String id = given().header("Authorization", "Bearer " + token)
                .contentType("image/jpeg")
                .queryParam("subject", hazard)
                .queryParam("stage", "BEFORE")
                .queryParam("sha256", Loop.sha256(photo))
                .body(photo)
                .post("/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        Response content = given().header("Authorization", "Bearer " + token).get("/evidence/" + id);

        String url = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query("query($id: ID!) { node(id: $id) { ... on Evidence { url } } }", Map.of("id", id))
                .getString("data.node.url");
        Response part = given().header("Range", "bytes=2-5").get(url);

        // Then
        assertEquals(200, content.statusCode());
        assertEquals("image/jpeg", content.contentType());
        assertArrayEquals(photo, content.asByteArray());
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(photo, 2, 6), part.asByteArray());
        assertEquals(
                404,
                given().header("Authorization", "Bearer " + TestCaller.OFFICER_QIXIAN.token())
                        .get("/evidence/" + id)
                        .statusCode());
    }

    @Test
    void keepsAHistoryThatVerifies() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);

        // When
        JsonPath answer = LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($id: ID!) { verifyHistory(of: $id) { intact entries }"
                                + " hazard(id: $id) { deadline { rule explanation } responsibleParties { holders { name } } } }",
                        Map.of("id", hazard));

        // Then
        assertTrue(answer.getBoolean("data.verifyHistory.intact"), answer::prettify);
        assertEquals(2, answer.getInt("data.verifyHistory.entries"), answer::prettify);
        assertNotNull(answer.getString("data.hazard.deadline.explanation"), answer::prettify);
        assertFalse(answer.getList("data.hazard.responsibleParties.holders").isEmpty(), answer::prettify);
    }

    @Test
    void hasNothingOfTheDevelopersStand() {
        given().get("/").then().statusCode(404);
        given().get("/dev/personas").then().statusCode(404);
        given().get("/q/graphql-ui/").then().statusCode(404);
    }
}
