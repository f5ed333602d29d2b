package org.safetyledger.evidence;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.AnswerPath;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Whoever leaves downloads lying has none left to begin, and nobody else notices. */
@LedgerTest
class DownloadSharesTest {
    private static final int AT_ONCE = 8;

    /** More than the buffers between two sockets take. */
    private static final int LARGE = 32 * 1024 * 1024;

    private final List<Socket> lying = new ArrayList<>();
    private String id = "";

    @BeforeEach
    void uploadVideo() throws Exception {
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        byte[] video;
        try (InputStream file = DownloadSharesTest.class.getResourceAsStream("/media/isom.mp4")) {
            video = Arrays.copyOf(Objects.requireNonNull(file).readAllBytes(), LARGE);
        }
        Response answer = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .upload(
                        "/evidence?subject=" + hazard + "&stage=BEFORE&sha256=" + Loop.sha256(video),
                        "video/mp4",
                        video);
        assertEquals(201, answer.statusCode(), answer::asString);
        id = AnswerPath.of(answer).getString("id");
    }

    @AfterEach
    void leave() throws Exception {
        for (Socket client : lying) {
            client.close();
        }
    }

    @Test
    void addressesOfOneMakerShareTheirPlaces() throws Exception {
        // Given
        String url = url(TestCaller.OFFICER_LANKAO);
        for (int i = 0; i < AT_ONCE; i++) {
            begin(url(TestCaller.OFFICER_LANKAO), "");
        }

        // When
        Response refused = part(given(), url);
        Response ofAnother = part(given(), url(TestCaller.MANAGER_LANKAO));
        Response byToken = part(given().header("Authorization", bearer(TestCaller.OFFICER_LANKAO)), "/evidence/" + id);

        // Then
        assertEquals(429, refused.statusCode());
        assertEquals("TOO_MANY_REQUESTS", refused.jsonPath().getString("errors[0].extensions.code"));
        assertEquals(206, ofAnother.statusCode());
        assertEquals(206, byToken.statusCode());

        // When
        leave();

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> part(given(), url).statusCode() == 206);
    }

    @Test
    void downloadsOfOneTokenShareTheirPlacesUntilTheContentHasLeft() throws Exception {
        // Given
        for (int i = 0; i < AT_ONCE; i++) {
            begin("/evidence/" + id, "Authorization: " + bearer(TestCaller.OFFICER_LANKAO) + "\r\n");
        }

        // When
        Response refused = part(given().header("Authorization", bearer(TestCaller.OFFICER_LANKAO)), "/evidence/" + id);
        Response ofAnother =
                part(given().header("Authorization", bearer(TestCaller.MANAGER_LANKAO)), "/evidence/" + id);

        // Then
        assertEquals(429, refused.statusCode());
        assertEquals(206, ofAnother.statusCode());
    }

    /** Begins a download and does not go on with it. */
    private void begin(String address, String header) throws Exception {
        Socket client = new Socket();
        lying.add(client);
        client.setReceiveBufferSize(16 * 1024);
        client.connect(new InetSocketAddress("localhost", RestAssured.port));
        client.getOutputStream()
                .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 200", new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
    }

    private static Response part(RequestSpecification request, String address) {
        return request.header("Range", "bytes=0-9").get(address);
    }

    private String url(TestCaller maker) {
        return LedgerClient.as(maker)
                .query("query($id: ID!) { node(id: $id) { ... on Evidence { url } } }", Map.of("id", id))
                .getString("data.node.url");
    }

    private static String bearer(TestCaller caller) {
        return "Bearer " + caller.token();
    }
}
