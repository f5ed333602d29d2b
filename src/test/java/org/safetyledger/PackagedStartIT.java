package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;

/** The packaged program started once more, on a database that is migrated and has its seeds. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
class PackagedStartIT {
    private static final int TOO_LITTLE = 16;
    private static final int OUT_OF_MEMORY = 3;

    @OidcWireMock
    WireMockServer issuer;

    @Test
    void answersAndChangesNothing() throws IOException, InterruptedException {
        // Given
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        try (PackagedProgram program = PackagedProgram.start(issuer.baseUrl() + "/auth")) {
            Duration firstAnswer = program.awaitReadiness();
            Thread.sleep(Duration.ofSeconds(5));

            // Then
            System.out.printf(
                    "%s: %d MB on disk, first answer %d ms after its start, %d MB resident when idle%n",
                    program.kind(),
                    program.bytesOnDisk() / 1_000_000,
                    firstAnswer.toMillis(),
                    program.residentKilobytes() / 1024);
            assertEquals(before, LedgerDatabase.fingerprint());
            assertEquals(
                    program.kind().equals("native"),
                    program.threads().contains("Read-Poller"),
                    "Threads of the system watch the sockets of an executable's virtual threads");
        }
    }

    @Test
    void servesOnADatabaseThatANewerProgramHasMigrated() throws Exception {
        // Given
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into flyway_schema_history select installed_rank + 1, '9999', 'Of the future', 'SQL',"
                            + " 'V9999__Of_the_future.sql', 1, installed_by, now(), 1, true from flyway_schema_history"
                            + " order by installed_rank desc limit 1");

            // When
            try (PackagedProgram program =
                    PackagedProgram.start(issuer.baseUrl() + "/auth", Map.of("safety-ledger.warm-up.limit", "1S"))) {

                // Then
                assertTrue(program.awaitReadiness().isPositive());
            } finally {
                statement.execute("delete from flyway_schema_history where version = '9999'");
            }
        }
    }

    /** Whoever keeps it then starts it again; one that lived on would answer nobody. */
    @Test
    void endsWhenItsMemoryRunsOut() throws Exception {
        assumeFalse(PackagedProgram.isExecutable(), "The executable runs in any heap that it can be given");

        try (PackagedProgram program = PackagedProgram.startInHeap(TOO_LITTLE, OwnedDatabase.settings())) {
            int exit = program.awaitExit();
            String log = program.log();
            assertEquals(OUT_OF_MEMORY, exit, log);
            assertTrue(log.contains("OutOfMemoryError"), log);
        }
    }
}
