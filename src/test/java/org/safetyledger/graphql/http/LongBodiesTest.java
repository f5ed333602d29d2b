package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.Bearer;
import org.safetyledger.testing.TestCaller;

@QuarkusTest
class LongBodiesTest {
    private static final int LONG = 200_000;
    private static final int LARGE = 1_000_000;
    private static final int WAVE = 6;
    private static final int A_WHILE = 700;
    private static final int PATIENCE = 10_000;

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void moreThanTwoLongBodiesOfOneTokenComeInOneAfterTheOther() throws Exception {
        // Given
        Socket first = half(TestCaller.OFFICER_LANKAO);
        Socket second = half(TestCaller.OFFICER_LANKAO);
        Thread.sleep(A_WHILE);

        // When
        Socket third = whole(TestCaller.OFFICER_LANKAO, LONG);

        // Then
        third.setSoTimeout(A_WHILE);
        assertThrows(SocketTimeoutException.class, () -> third.getInputStream().read());
        assertEquals("200", status(whole(TestCaller.OFFICER_LANKAO, 100)));
        assertEquals("200", status(whole(TestCaller.CITY_OFFICER, LONG)));

        // When
        rest(second);

        // Then
        assertEquals("200", status(second));
        assertEquals("200", status(third));
        rest(first);
        assertEquals("200", status(first));
    }

    @Test
    void whoLeavesGivesTurnAndPlaceInTheLineUp() throws Exception {
        // Given
        Socket first = half(TestCaller.OFFICER_QIXIAN);
        Socket second = half(TestCaller.OFFICER_QIXIAN);
        Thread.sleep(A_WHILE);
        Socket third = half(TestCaller.OFFICER_QIXIAN);
        Socket fourth = whole(TestCaller.OFFICER_QIXIAN, LONG);
        Thread.sleep(A_WHILE);

        // When
        third.close();
        second.close();
        first.close();

        // Then
        assertEquals("200", status(fourth));
        assertEquals("200", status(whole(TestCaller.OFFICER_QIXIAN, LONG)));
    }

    @Test
    void floodOfLongBodiesRestsBetweenThem() throws Exception {
        // Given
        Instant begin = Instant.now();

        // When
        for (int i = 0; i < 6; i++) {
            assertEquals("200", status(whole(TestCaller.INTEGRATION_QIXIAN, LONG)));
        }

        // Then
        assertTrue(Duration.between(begin, Instant.now()).toMillis() >= 200);
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgain() throws Exception {
        // Given
        half(TestCaller.OFFICER_LANKAO_2);
        half(TestCaller.OFFICER_LANKAO_2);
        Thread.sleep(A_WHILE);

        // When
        Socket third = whole(TestCaller.OFFICER_LANKAO_2, LONG);

        // Then
        assertEquals("429", status(third));
    }

    @Test
    void whatHasWaitedIsLetGoOnceItIsAnswered() throws Exception {
        // Given
        answer(WAVE);
        long before = usedMegabytes();

        // When
        for (int wave = 0; wave < 10; wave++) {
            answer(WAVE);
        }

        // Then
        long more = usedMegabytes() - before;
        assertTrue(more < 15, () -> more + " MB more are held, of 60 that came in");
    }

    private void answer(int number) throws IOException {
        List<Socket> wave = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            wave.add(whole(TestCaller.AUDITOR_CITY, LARGE));
        }
        for (Socket client : wave) {
            assertEquals("200", status(client));
            client.close();
        }
    }

    private static long usedMegabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1_000_000;
    }

    private Socket half(Bearer bearer) throws IOException {
        return sent(bearer, LONG, 0, LONG / 2);
    }

    private Socket whole(Bearer bearer, int length) throws IOException {
        return sent(bearer, length, 0, length);
    }

    private static void rest(Socket client) throws IOException {
        client.getOutputStream().write(body(LONG), LONG / 2, LONG - LONG / 2);
        client.getOutputStream().flush();
    }

    private Socket sent(Bearer bearer, int length, int from, int number) throws IOException {
        Socket client = new Socket("localhost", RestAssured.port);
        clients.add(client);
        String headers =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + bearer.token() + "\r\nContent-Length: " + length + "\r\n\r\n";
        client.getOutputStream().write(headers.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body(length), from, number);
        client.getOutputStream().flush();
        return client;
    }

    private static byte[] body(int length) {
        String query = "{\"query\":\"{ viewer { subject } }\"}";
        return (query + " ".repeat(length - query.length())).getBytes(StandardCharsets.US_ASCII);
    }

    private static String status(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE);
        return new String(client.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII)
                .substring("HTTP/1.1 ".length());
    }
}
