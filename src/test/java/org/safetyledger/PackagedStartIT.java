package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;

/** The packaged program started once more, on a database that is migrated and has its seeds. */
@QuarkusIntegrationTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(OwnedDatabase.class)
class PackagedStartIT {
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
}
