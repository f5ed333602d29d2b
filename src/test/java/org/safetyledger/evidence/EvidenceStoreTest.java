package org.safetyledger.evidence;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.LoggedErrors;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class EvidenceStoreTest {
    private static final Path STORE = Path.of("target/evidence");
    private static final Path INCOMING = STORE.resolve("incoming");

    @Inject
    EvidenceChecks checks;

    @Inject
    LedgerTables tables;

    private String hazard;

    @BeforeEach
    void reportHazard() {
        hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
    }

    @AfterEach
    void bringTheStoreBack() throws IOException {
        if (Files.isRegularFile(INCOMING)) {
            Files.delete(INCOMING);
        }
    }

    @Test
    void storeThatCannotWriteAsksForARepeatAndIsNotReady() throws IOException {
        // Given
        byte[] photo = Loop.photo();
        upload(Loop.photo()).then().statusCode(201);
        Files.delete(INCOMING);
        Files.writeString(INCOMING, "a file where the folder should be");

        // When
        Response refused = upload(photo);
        Response ready = given().get("/q/health/ready");

        // Then
        assertEquals(503, refused.statusCode(), refused::asString);
        assertEquals("SERVICE_UNAVAILABLE", refused.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(503, ready.statusCode(), ready::asString);
        assertEquals("DOWN", ready.jsonPath().getString("checks.find { it.name == 'Evidence store' }.status"));

        // When
        Files.delete(INCOMING);

        // Then
        upload(photo).then().statusCode(201);
        assertEquals(
                "UP",
                given().get("/q/health/ready")
                        .jsonPath()
                        .getString("checks.find { it.name == 'Evidence store' }.status"));
    }

    @ParameterizedTest
    @CsvSource({"MISSING", "WRONG_SIZE", "ALTERED"})
    void damagedContentIsToldAndNeverSent(String damage) throws Exception {
        // Given
        byte[] photo = Loop.photo();
        String id = upload(photo).then().statusCode(201).extract().path("id");
        assertEquals(true, integrity(id).path("intact"));
        damage(id, damage, photo);

        // When
        Response download = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .get("/evidence/" + id);
        Response checked = integrity(id);
        checkAll();

        // Then
        assertEquals(500, download.statusCode());
        assertEquals("EVIDENCE_DAMAGED", download.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(false, checked.path("intact"));
        assertEquals(damage, checked.path("damage"));
        assertEquals(damage + "|null", damageOf(id));

        // When
        Files.createDirectories(file(id).getParent());
        Files.write(file(id), photo);
        checkAll();

        // Then
        assertTrue(tables.value("select mended_at >= found_at from evidence_damage where evidence_id = ?", uuid(id))
                .equals("t"));
    }

    @Test
    void integrityOfHiddenEvidenceIsNotTold() {
        // Given
        String id = upload(Loop.photo()).then().statusCode(201).extract().path("id");

        // When
        Response hidden = given().header("Authorization", "Bearer " + TestCaller.OFFICER_QIXIAN.token())
                .get("/evidence/" + id + "/integrity");

        // Then
        assertEquals(404, hidden.statusCode());
        assertEquals("NOT_FOUND", hidden.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(401, given().get("/evidence/" + id + "/integrity").statusCode());
    }

    @Test
    void clientThatCutsItsUploadIsNoErrorAndLeavesNothing() throws Exception {
        // Given
        long before = parts().size();
        try (LoggedErrors errors = new LoggedErrors()) {

            // When
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                OutputStream out = socket.getOutputStream();
                out.write("""
                        POST /evidence?subject=%s&stage=BEFORE&sha256=%s HTTP/1.1
                        Host: localhost
                        Authorization: Bearer %s
                        Content-Type: image/jpeg
                        Content-Length: 1000000

                        """.formatted(hazard, "0".repeat(64), TestCaller.OFFICER_LANKAO.token())
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(Loop.photo());
                out.flush();
                await().until(() -> parts().size() > before);
            }
            await().until(() -> parts().size() == before);

            // Then
            Thread.sleep(Duration.ofMillis(200));
            assertEquals(List.of(), errors.messages());
        }
    }

    private void damage(String id, String damage, byte[] photo) throws IOException {
        switch (damage) {
            case "MISSING" -> Files.delete(file(id));
            case "WRONG_SIZE" -> Files.write(file(id), new byte[] {1, 2, 3});
            default -> {
                byte[] altered = photo.clone();
                altered[altered.length - 1]++;
                Files.write(file(id), altered);
            }
        }
    }

    /** A whole round, and what is left of the one before. */
    private void checkAll() throws Exception {
        for (int round = 0; round < 2; round++) {
            int checked = 1;
            while (checked > 0) {
                checked = checks.checkNext();
            }
        }
    }

    private String damageOf(String id) {
        return tables.value("select damage, mended_at from evidence_damage where evidence_id = ?", uuid(id));
    }

    private static Path file(String id) {
        String name = uuid(id).toString();
        return STORE.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static UUID uuid(String id) {
        return NodeId.require(NodeType.EVIDENCE, id, "id");
    }

    private Response integrity(String id) {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .get("/evidence/" + id + "/integrity");
    }

    private Response upload(byte[] content) {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .body(content)
                .post("/evidence?subject=" + hazard + "&stage=BEFORE&sha256=" + Loop.sha256(content));
    }

    private static List<Path> parts() throws IOException {
        if (!Files.isDirectory(INCOMING)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(INCOMING)) {
            return parts.toList();
        }
    }
}
