package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safetyledger.testing.OldPostgres;
import org.safetyledger.testing.PackagedProgram;

/** The packaged program in an environment that it cannot run in: it says so in one sentence and ends. */
@Tag("executable")
class RefusedStartIT {
    private static final String URL = "quarkus.datasource.jdbc.url";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres database;

    @BeforeAll
    static void startDatabaseThatAsksForPasswords() throws Exception {
        Path access = folder.resolve("pg_hba.conf");
        Files.writeString(access, """
                host all postgres all trust
                host all all all scram-sha-256
                """);
        database = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", access.toString())
                .start();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role safety_ledger_owner login createrole password 'owner'");
            statement.execute("create role safety_ledger_app login password 'app'");
            statement.execute("create database ledger owner safety_ledger_owner");
        }
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @Test
    void namesAllVariablesThatAreMissing() throws Exception {
        assertRefused(
                Map.of(
                        URL,
                        "${SAFETY_LEDGER_DB_URL}",
                        "quarkus.flyway.password",
                        "${SAFETY_LEDGER_DB_OWNER_PASSWORD}",
                        "quarkus.oidc.auth-server-url",
                        "${SAFETY_LEDGER_OIDC_URL}",
                        "safety-ledger.evidence.directory",
                        "${SAFETY_LEDGER_EVIDENCE_DIR}"),
                "these variables are not set: SAFETY_LEDGER_DB_URL (jdbc:postgresql://host:5432/ledger),"
                        + " SAFETY_LEDGER_DB_OWNER_PASSWORD (the password of the tables' owner),"
                        + " SAFETY_LEDGER_OIDC_URL (the issuer of the tokens),"
                        + " SAFETY_LEDGER_EVIDENCE_DIR (a folder for photos and videos).");
    }

    @Test
    void takesAnEmptyVariableForMissing() throws Exception {
        assertRefused(
                Map.of("quarkus.oidc.auth-server-url", "${SAFETY_LEDGER_OIDC_URL:}"),
                "these variables are not set: SAFETY_LEDGER_OIDC_URL (the issuer of the tokens).");
    }

    @Test
    void namesTheAddressOfADatabaseThatCannotBeReached() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://localhost:" + closed + "/ledger";
        assertRefused(
                Map.of(URL, url),
                "the database at " + url + " cannot be reached: see that it runs, and that SAFETY_LEDGER_DB_URL has"
                        + " its host and port.");
    }

    @Test
    void saysThatAnAddressIsOfNoPostgres() throws Exception {
        assertRefused(
                Map.of(URL, "postgresql://localhost/ledger"),
                "SAFETY_LEDGER_DB_URL is no JDBC address: write it like jdbc:postgresql://host:5432/ledger.");
    }

    @Test
    void namesADatabaseThatDoesNotExist() throws Exception {
        assertRefused(
                Map.of(URL, url("absent")),
                "SAFETY_LEDGER_DB_URL names a database that does not exist: " + url("absent") + ".");
    }

    @Test
    void namesTheVariablesOfALoginThatIsRefused() throws Exception {
        assertRefused(
                Map.of("quarkus.flyway.password", "wrong"),
                "the database refuses the user \"safety_ledger_owner\": SAFETY_LEDGER_DB_OWNER and"
                        + " SAFETY_LEDGER_DB_OWNER_PASSWORD must be a role that may log in, and its password.");
        assertRefused(
                Map.of("quarkus.datasource.password", "wrong"),
                "the database refuses the user \"safety_ledger_app\": SAFETY_LEDGER_DB_USER and"
                        + " SAFETY_LEDGER_DB_PASSWORD must be a role that may log in, and its password.");
    }

    @Test
    void namesTheRoleThatIsMissing() throws Exception {
        assertRefused(
                Map.of("quarkus.datasource.username", "ledger_absent"),
                "the role \"ledger_absent\" of SAFETY_LEDGER_DB_USER does not exist: create role ledger_absent login"
                        + " password '...'.");
    }

    @Test
    void tellsWhichPostgresItNeeds() throws Exception {
        try (OldPostgres old = new OldPostgres("17.5")) {
            assertRefused(
                    Map.of(URL, "jdbc:postgresql://localhost:" + old.port() + "/ledger"),
                    "SAFETY_LEDGER_DB_URL is a PostgreSQL 17: Safety Ledger needs PostgreSQL 18 or newer.");
        }
    }

    private static void assertRefused(Map<String, String> changes, String reason) throws Exception {
        try (PackagedProgram program = PackagedProgram.startOn(settings(), changes)) {
            int exit = program.awaitExit();
            List<String> lines = program.log().lines().toList();
            assertEquals(
                    "Safety Ledger did not start, because " + reason, lines.getLast(), () -> String.join("\n", lines));
            assertEquals(1, exit);
            assertTrue(
                    lines.stream().noneMatch(line -> line.startsWith("\tat ") || line.contains("ERROR")),
                    () -> String.join("\n", lines));
            assertFalse(Files.exists(folder.resolve("evidence")));
        }
    }

    private static Map<String, String> settings() {
        return Map.of(
                URL,
                url("ledger"),
                "quarkus.datasource.username",
                "safety_ledger_app",
                "quarkus.datasource.password",
                "app",
                "quarkus.flyway.username",
                "safety_ledger_owner",
                "quarkus.flyway.password",
                "owner",
                "quarkus.oidc.auth-server-url",
                "http://localhost:1",
                "safety-ledger.evidence.directory",
                folder.resolve("evidence").toString());
    }

    private static String url(String name) {
        return "jdbc:postgresql://localhost:" + database.getPort() + "/" + name;
    }
}
