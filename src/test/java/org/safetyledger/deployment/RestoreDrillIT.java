package org.safetyledger.deployment;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;
import org.safetyledger.testing.TestCaller;

/** The drill of {@code deploy/backup/}: the ledger in use is dumped, made anew in another cluster, and goes on there. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
@SuppressWarnings("NullAway.Init")
class RestoreDrillIT {
    private static final Pattern VERSION = Pattern.compile("pg_dump \\(PostgreSQL\\) (\\d+)");

    @TempDir
    Path folder;

    @OidcWireMock
    WireMockServer issuer;

    @Test
    void restoredLedgerIsTheSameAndItsOutboxGoesOnInOrder() throws Exception {
        assumeTrue(
                clientVersion() >= 18,
                "Skipped: pg_dump 18 or newer must be on the PATH, or in the folder that PG_BIN names");

        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String photo = upload(hazard);
        List<String> before = rows(LedgerDatabase.asSuperuser());
        int first = RestAssured.port;

        // When
        run(
                "back-up.sh",
                portOfLedger(),
                Objects.requireNonNull(OwnedDatabase.settings().get("safety-ledger.evidence.directory")));
        try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
            Path evidence = folder.resolve("evidence");
            run("restore.sh", other.getPort(), evidence.toString());
            List<String> after = rows(other.getDatabase("postgres", "ledger").getConnection());
            String url = "jdbc:postgresql://localhost:" + other.getPort() + "/ledger";
            try (PackagedProgram program = PackagedProgram.start(
                    issuer.baseUrl() + "/auth",
                    Map.of(
                            "quarkus.datasource.jdbc.url",
                            url,
                            "safety-ledger.evidence.directory",
                            evidence.toString()))) {
                program.awaitReadiness();
                RestAssured.port = program.port();
                JsonPath history = LedgerClient.as(TestCaller.AUDITOR_CITY)
                        .query("query($of: ID!) { verifyHistory(of: $of) { intact entries } }", Map.of("of", hazard));
                int content = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                        .get("/evidence/" + photo)
                        .statusCode();
                String next = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

                // Then
                assertEquals(before, after);
                assertEquals(true, history.getBoolean("data.verifyHistory.intact"));
                assertEquals(2, history.getInt("data.verifyHistory.entries"));
                assertEquals(200, content);
                try (Connection connection =
                        other.getDatabase("postgres", "ledger").getConnection()) {
                    assertEquals(
                            List.of("2|" + NodeId.require(NodeType.HAZARD, next, "id")),
                            LedgerDatabase.texts(
                                    connection,
                                    "select epoch || '|' || object_id from outbox_entry"
                                            + " order by epoch desc, transaction_id desc, id desc limit 1"));
                }
            } finally {
                RestAssured.port = first;
            }
        }
    }

    /** Of each table how many rows it has and the sum over their contents. */
    private static List<String> rows(Connection opened) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = opened) {
            for (String table : LedgerDatabase.tables(connection)) {
                rows.addAll(LedgerDatabase.texts(
                        connection,
                        "select '%1$s ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %1$s t"
                                .formatted(table)));
            }
        }
        return rows;
    }

    private static int portOfLedger() throws Exception {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            return URI.create(connection.getMetaData().getURL().substring("jdbc:".length()))
                    .getPort();
        }
    }

    private void run(String script, int port, String evidence) throws Exception {
        Program program = Program.run(
                Path.of("."),
                "env",
                path(),
                "PGHOST=localhost",
                "PGPORT=" + port,
                "PGUSER=postgres",
                "EVIDENCE=" + evidence,
                "deploy/backup/" + script,
                folder.resolve("backup").toString());
        assertEquals(0, program.exit(), program.output());
    }

    private static int clientVersion() throws Exception {
        Matcher version =
                VERSION.matcher(Program.run(Path.of("."), "env", path(), "sh", "-c", "pg_dump --version || true")
                        .output());
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static String path() {
        String path = "PATH=" + Objects.requireNonNullElse(System.getenv("PATH"), "");
        return System.getenv("PG_BIN") == null ? path : path.replace("PATH=", "PATH=" + System.getenv("PG_BIN") + ":");
    }

    private static String upload(String hazard) {
        byte[] photo = Loop.photo();
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .body(photo)
                .post("/evidence?subject=" + hazard + "&stage=BEFORE&sha256=" + Loop.sha256(photo))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
