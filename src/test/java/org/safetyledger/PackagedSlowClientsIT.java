package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;
import org.safetyledger.testing.TestCaller;

/** A client that takes too long to say what it wants is not waited for; one that is only slow is. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
@TestInstance(Lifecycle.PER_CLASS)
class PackagedSlowClientsIT {
    private static final Map<String, String> SHORT_LIMITS = Map.of(
            "safety-ledger.warm-up.limit", "1S",
            "safety-ledger.http.header-limit", "2S",
            "safety-ledger.http.body-limit", "2S",
            "quarkus.http.idle-timeout", "4S");

    private static final int CLIENTS = 20;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(125);

    private static final Duration LONG_AFTER_THE_LIMITS = Duration.ofSeconds(6);

    @OidcWireMock
    WireMockServer issuer;

    private PackagedProgram program;

    @BeforeAll
    void start() throws Exception {
        program = PackagedProgram.start(issuer.baseUrl() + "/auth", SHORT_LIMITS);
        program.awaitReadiness();
    }

    @AfterAll
    void stop() throws Exception {
        program.close();
    }

    @Test
    void whoeverIsTooSlowForARequestIsGivenUp() throws Exception {
        // Given
        String head =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + TestCaller.OFFICER_LANKAO.token() + "\r\nContent-Length: 100000\r\n\r\n";
        String whole = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

        // When
        Map<String, Future<Long>> waiting = new TreeMap<>();
        try (ExecutorService waits = Executors.newVirtualThreadPerTaskExecutor()) {
            waiting.put("nothing", waits.submit(() -> openAfter(LONG_AFTER_THE_LIMITS, "", "")));
            waiting.put(
                    "headers",
                    waits.submit(() -> openAfter(LONG_AFTER_THE_LIMITS, "POST /graphql HTTP/1.1\r\nX-Slow: ", "a")));
            waiting.put(
                    "second headers",
                    waits.submit(() -> openAfter(LONG_AFTER_THE_LIMITS, whole + "GET / HTTP/1.1\r\nX-Slow: ", "a")));
            waiting.put("next request", waits.submit(() -> openAfter(LONG_AFTER_THE_LIMITS, whole, "")));
            waiting.put("body", waits.submit(() -> openAfter(LONG_AFTER_THE_LIMITS, head, " ")));
        }
        Map<String, Long> open = new TreeMap<>();
        for (Map.Entry<String, Future<Long>> one : waiting.entrySet()) {
            open.put(one.getKey(), one.getValue().get());
        }

        // Then
        assertEquals(Map.of("nothing", 0L, "headers", 0L, "second headers", 0L, "next request", 0L, "body", 0L), open);
        assertFalse(program.log().contains("ERROR"), program.log());
    }

    @Test
    void aBodyThatKeepsThePaceIsReadToItsEnd() throws Exception {
        // Given
        String document = "{\"query\": \"{ viewer { role } }\"" + " ".repeat(60_000) + "}";
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        try (Socket client = new Socket("localhost", program.port())) {
            client.setSoTimeout(20_000);
            client.getOutputStream()
                    .write(
                            ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization:"
                                            + " Bearer " + TestCaller.OFFICER_LANKAO.token() + "\r\nContent-Length: "
                                            + body.length + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));

            // When
            for (int sent = 0; sent < body.length; sent += 3_000) {
                client.getOutputStream().write(body, sent, Math.min(3_000, body.length - sent));
                Thread.sleep(BETWEEN_BYTES);
            }
            String answer = new String(client.getInputStream().readNBytes(15), StandardCharsets.UTF_8);

            // Then
            assertEquals("HTTP/1.1 200 OK", answer);
        }
    }

    @Test
    void aConnectionIsKeptBetweenTwoRequests() throws Exception {
        try (Socket client = new Socket("localhost", program.port())) {
            client.setSoTimeout(20_000);
            for (int i = 0; i < 2; i++) {
                if (i > 0) {
                    Thread.sleep(2_800);
                }

                // When
                client.getOutputStream()
                        .write("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
                String answer = new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
                client.getInputStream().skip(client.getInputStream().available());

                // Then
                assertEquals("HTTP/1.1 200", answer);
            }
        }
    }

    /** Opens connections that begin alike and go on byte by byte, and tells how many are still open after a while. */
    private long openAfter(Duration wait, String beginning, String more) throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Socket client = new Socket("localhost", program.port());
                client.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
                clients.add(client);
            }
            assertTrue(clients.stream().allMatch(PackagedSlowClientsIT::isOpen), "Closed at once");
            long end = System.nanoTime() + wait.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(BETWEEN_BYTES);
                clients.forEach(client -> send(client, more));
            }
            return clients.stream().filter(PackagedSlowClientsIT::isOpen).count();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static void send(Socket client, String more) {
        try {
            client.getOutputStream().write(more.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // That it is closed is what the test looks for at its end.
        }
    }

    /** Reads what there is; the end of the stream, or a reset, tells that the service has closed it. */
    private static boolean isOpen(Socket client) {
        try {
            client.setSoTimeout(1);
            byte[] some = new byte[1000];
            int read;
            do {
                read = client.getInputStream().read(some);
            } while (read > 0);
            return false;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
