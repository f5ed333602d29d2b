package org.safetyledger.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.http.PaceLimits;

/** How contents leave the service, seen from the sockets of clients. */
class TransmissionTest {
    /** More than the buffers between two sockets take. */
    private static final int LARGE = 32 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void clientThatDoesNotReadIsGivenUp() throws Exception {
        // Given
        int port = serving(new byte[LARGE], LARGE);

        try (Socket client = asking(port)) {
            // When
            ended.get(20, TimeUnit.SECONDS);

            // Then
            assertTrue(client.getInputStream().readAllBytes().length < LARGE);
        }
    }

    @Test
    void clientThatIsOnlySlowGetsAll() throws Exception {
        // Given
        int size = 8 * 1024 * 1024;
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 7);
        int port = serving(content, size);

        try (Socket client = asking(port)) {
            // When
            long began = System.nanoTime();
            byte[] answer = new byte[0];
            byte[] more;
            do {
                Thread.sleep(Duration.ofMillis(75));
                more = client.getInputStream().readNBytes(size / 32);
                answer = concatenated(answer, more);
            } while (more.length > 0);

            // Then
            assertTrue(System.nanoTime() - began > PATIENCE.toNanos());
            assertArrayEquals(content, Arrays.copyOfRange(answer, answer.length - size, answer.length));
        }
        ended.get(20, TimeUnit.SECONDS);
    }

    @Test
    void contentThatIsShorterThanPromisedClosesTheConnection() throws Exception {
        // Given
        byte[] content = "shorter".getBytes(StandardCharsets.US_ASCII);
        int port = serving(content, 1000);

        try (Socket client = asking(port)) {
            client.setSoTimeout(10_000);

            // When
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            // Then
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
            assertTrue(answer.contains("content-length: 1000\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\nshorter"), answer);
        }
        ended.get(20, TimeUnit.SECONDS);
    }

    @Test
    void clientThatLeavesEndsIt() throws Exception {
        // Given
        int port = serving(new byte[LARGE], LARGE);

        // When
        try (Socket client = asking(port)) {
            assertEquals('H', client.getInputStream().read());
        }

        // Then
        ended.get(PATIENCE.toMillis() - 100, TimeUnit.MILLISECONDS);
    }

    /** A server that sends the content under a length that it promises. */
    private int serving(byte[] content, long promised) throws Exception {
        Transmission transmission = new Transmission(new Limits());
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> Thread.startVirtualThread(() -> {
                    InputStream stored = new ByteArrayInputStream(content);
                    try {
                        transmission.send(stored, promised, request);
                        ended.complete(null);
                    } catch (RuntimeException failure) {
                        ended.completeExceptionally(failure);
                    }
                }))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return server.actualPort();
    }

    private static Socket asking(int port) throws Exception {
        Socket client = new Socket();
        client.setReceiveBufferSize(16 * 1024);
        client.connect(new InetSocketAddress("localhost", port));
        client.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static final class Limits implements PaceLimits {
        @Override
        public Duration headerLimit() {
            return PATIENCE;
        }

        @Override
        public Duration bodyLimit() {
            return PATIENCE;
        }

        @Override
        public int bodyBytesPerSecond() {
            return Integer.MAX_VALUE;
        }
    }
}
