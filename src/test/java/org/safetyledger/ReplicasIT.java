package org.safetyledger;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.AlternatingProxy;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;
import org.safetyledger.testing.TestCaller;

/** Two processes of the packaged program on one database, behind a proxy that asks for their readiness. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class ReplicasIT {
    private static final int CLIENTS = 8;
    private static final int REQUESTS = 200;
    private static final String TITLE = "Blocked exit, reported while a replica leaves";

    @OidcWireMock
    WireMockServer issuer;

    private final Loop loop = new Loop();
    private int first;
    private PackagedProgram second;
    private AlternatingProxy proxy;

    @BeforeEach
    void startTheSecond() throws Exception {
        first = RestAssured.port;
        second = PackagedProgram.start(
                issuer.baseUrl() + "/auth",
                Map.of("quarkus.shutdown.delay", "3S", "safety-ledger.warm-up.limit", "1S"));
        second.awaitReadiness();
        proxy = new AlternatingProxy(List.of(first, second.port()));
        await().until(() -> proxy.sendsTo(first) && proxy.sendsTo(second.port()));
        RestAssured.port = proxy.port();
    }

    @AfterEach
    void stopTheSecond() throws Exception {
        RestAssured.port = first;
        proxy.close();
        second.close();
    }

    @Test
    void serveTheLoopInTurn() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        loop.complete(hazard);

        // Then
        assertEquals(
                "CLOSED",
                LedgerClient.as(TestCaller.CITY_OFFICER)
                        .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                        .getString("data.hazard.status"));
        assertEquals(List.of(6, 5), List.of(proxy.sentTo(first), proxy.sentTo(second.port())));
    }

    @Test
    void oneStoppedUnderLoadLosesNoRequest() throws Exception {
        // Given
        String enterprise = loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Integer>> clients = new ArrayList<>();
        int exit;
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> reportUntil(over, enterprise)));
            }
            awaitRequestsTo(second.port(), clients);

            // When
            second.terminate();
            exit = second.awaitExit();
            awaitRequestsTo(first, clients);
            over.set(true);
        } finally {
            over.set(true);
        }

        // Then
        int answered = 0;
        for (Future<Integer> client : clients) {
            answered += client.get();
        }
        assertEquals(LedgerDatabase.number("select count(*) from hazard where title = '" + TITLE + "'"), answered);
        assertTrue(Set.of(0, 143).contains(exit), () -> "exit status " + exit);
        System.out.printf("%d reports answered, %d by the one that left%n", answered, proxy.sentTo(second.port()));
    }

    /** Returns after enough more of them, or as soon as a client has failed. */
    private void awaitRequestsTo(int port, List<Future<Integer>> clients) {
        int before = proxy.sentTo(port);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> proxy.sentTo(port) > before + REQUESTS
                        || clients.stream().anyMatch(Future::isDone));
    }

    /** Reports hazards, and says how many; fails with the first that has no right answer. */
    private int reportUntil(AtomicBoolean over, String enterprise) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + proxy.port() + "/graphql"))
                .header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"query": "mutation { reportHazard(input: {enterpriseId: \\"%s\\", title: \\"%s\\",\
                         category: \\"FIRE_FACILITIES\\"}) { hazard { title } userErrors { code } } }"}
                        """.formatted(enterprise, TITLE)))
                .build();
        int answered = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            while (!over.get()) {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertEquals(
                        "{\"data\":{\"reportHazard\":{\"hazard\":{\"title\":\"" + TITLE + "\"},\"userErrors\":[]}}}",
                        answer.body());
                answered++;
            }
        }
        return answered;
    }
}
