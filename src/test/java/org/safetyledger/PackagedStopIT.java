package org.safetyledger;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;
import org.safetyledger.testing.TestCaller;

/** The packaged program told to end while it has work. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class PackagedStopIT {
    @OidcWireMock
    WireMockServer issuer;

    @Test
    void finishesWhatIsInFlightAfterItsDelay() throws Exception {
        // Given
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        try (PackagedProgram program =
                        PackagedProgram.start(issuer.baseUrl() + "/auth", Map.of("safety-ledger.warm-up.limit", "1S"));
                HttpClient client =
                        HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                Connection other = LedgerDatabase.asSuperuser()) {
            program.awaitReadiness();
            other.setAutoCommit(false);
            lock(other, hazard);
            CompletableFuture<HttpResponse<String>> inFlight =
                    client.sendAsync(confirmation(program, hazard), BodyHandlers.ofString());
            await().until(() -> LedgerDatabase.number("select count(*) from pg_stat_activity"
                            + " where usename = 'safety_ledger_app' and wait_event_type = 'Lock'")
                    == 1);

            // When
            program.terminate();
            await().until(() -> program.log().contains("Waiting for HTTP requests to complete"));
            HttpResponse<Void> live = check(client, program, "live");
            HttpResponse<Void> ready = check(client, program, "ready");
            other.rollback();

            // Then
            HttpResponse<String> answer = inFlight.get(10, TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "{\"data\":{\"confirmHazard\":{\"hazard\":{\"status\":\"CONFIRMED\"},\"userErrors\":[]}}}",
                    answer.body());
            assertEquals(200, live.statusCode());
            assertEquals(503, ready.statusCode());
            assertEquals(List.of("close"), live.headers().allValues("Connection"));
            int exit = program.awaitExit();
            assertTrue(Set.of(0, 143).contains(exit), () -> "exit status " + exit);
            assertEquals(
                    "CONFIRMED",
                    LedgerClient.as(TestCaller.OFFICER_LANKAO)
                            .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                            .getString("data.hazard.status"));
        }
    }

    @Test
    void warmsUpNoMoreOnceItLeaves() throws Exception {
        // Given
        try (PackagedProgram program = PackagedProgram.start(
                issuer.baseUrl() + "/auth",
                Map.of("safety-ledger.warm-up.limit", "1M", "quarkus.shutdown.delay", "0S"))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> program.log().contains("Installed features"));

            // When
            program.terminate();
            program.awaitExit();

            // Then
            long attempts = program.log()
                    .lines()
                    .filter(line -> line.contains("Not ready"))
                    .count();
            assertTrue(attempts < 5, () -> "It tried " + attempts + " times without a database");
        }
    }

    private static void lock(Connection connection, String hazard) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement("select from hazard where id = ? for update")) {
            statement.setObject(1, NodeId.require(NodeType.HAZARD, hazard, "id"));
            assertTrue(statement.executeQuery().next());
        }
    }

    private static HttpRequest confirmation(PackagedProgram program, String hazard) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + "/graphql"))
                .header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"query": "mutation { confirmHazard(input: {id: \\"%s\\", grade: GENERAL}) { hazard { status } userErrors { code } } }"}
                        """.formatted(hazard)))
                .build();
    }

    private static HttpResponse<Void> check(HttpClient client, PackagedProgram program, String check) throws Exception {
        URI address = URI.create("http://localhost:" + program.port() + "/q/health/" + check);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }
}
