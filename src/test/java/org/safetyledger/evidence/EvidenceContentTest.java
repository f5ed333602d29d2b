package org.safetyledger.evidence;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** How a content is asked for: whole, in parts, or only where it is not known yet; with a token, or at a signed address. */
@LedgerTest
class EvidenceContentTest {
    private static final int SIZE = Loop.photo().length;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final byte[] photo = Loop.photo();
    private String id = "";

    @BeforeEach
    void upload() {
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        id = new Loop()
                .send(TestCaller.OFFICER_LANKAO, hazard, "BEFORE", photo)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=2-9, 2, 10", "bytes=10-, 10, -1", "bytes=-4, -4, -1", "bytes=3-9999, 3, -1"})
    void partOfAContentIsSentAlone(String header, int from, int to) throws Exception {
        // Given
        int first = from < 0 ? SIZE + from : from;
        int end = to < 0 ? SIZE : to;

        for (String address : new String[] {"/evidence/" + id, url()}) {
            // When
            HttpResponse<byte[]> part = get(address, "Range", header);

            // Then
            assertEquals(206, part.statusCode());
            assertArrayEquals(Arrays.copyOfRange(photo, first, end), part.body());
            assertEquals("bytes " + first + "-" + (end - 1) + "/" + SIZE, header(part, "Content-Range"));
            assertEquals(String.valueOf(end - first), header(part, "Content-Length"));
            assertEquals("image/jpeg", header(part, "Content-Type"));
            assertEquals(tag(), header(part, "ETag"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Range|bytes=0-1,4-5", "Range|items=0-1", "Range|bytes=5-2", "Accept|image/*"})
    void whatAsksForNoSinglePartGetsTheWhole(String name, String value) throws Exception {
        // When
        HttpResponse<byte[]> whole = get("/evidence/" + id, name, value);

        // Then
        assertEquals(200, whole.statusCode());
        assertArrayEquals(photo, whole.body());
        assertEquals("bytes", header(whole, "Accept-Ranges"));
        assertEquals("", header(whole, "Content-Range"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=1000-", "bytes=-0"})
    void partBehindTheEndIsRefusedWithTheSize(String header) throws Exception {
        for (String address : new String[] {"/evidence/" + id, url()}) {
            // When
            HttpResponse<byte[]> refused = get(address, "Range", header);

            // Then
            assertEquals(416, refused.statusCode());
            assertEquals("bytes */" + SIZE, header(refused, "Content-Range"));
            assertEquals("RANGE_NOT_SATISFIABLE", code(refused));
            assertEquals("", header(refused, "Cache-Control"));
        }
    }

    @Test
    void partIsSentOnlyOfWhatTheClientHasAPartOf() throws Exception {
        assertEquals(
                206,
                get("/evidence/" + id, "Range", "bytes=0-1", "If-Range", tag()).statusCode());
        assertEquals(
                200,
                get("/evidence/" + id, "Range", "bytes=0-1", "If-Range", "\"x\"")
                        .statusCode());
        assertEquals(
                200,
                get("/evidence/" + id, "Range", "bytes=0-1", "If-Range", "Thu, 26 Nov 2026 00:00:00 GMT")
                        .statusCode());
        assertEquals(
                200,
                get("/evidence/" + id, "Range", "bytes=0-1", "If-Range", "W/" + tag())
                        .statusCode());
    }

    @Test
    void whatTheClientHasIsNotSentAgain() throws Exception {
        for (String address : new String[] {"/evidence/" + id, url()}) {
            for (String known : new String[] {tag(), "\"x\", " + tag(), "*"}) {
                // When
                HttpResponse<byte[]> unchanged = get(address, "If-None-Match", known);

                // Then
                assertEquals(304, unchanged.statusCode(), known);
                assertEquals(0, unchanged.body().length);
                assertEquals(tag(), header(unchanged, "ETag"));
            }
            assertEquals(200, get(address, "If-None-Match", "\"x\"").statusCode());
            assertEquals(412, get(address, "If-Match", "\"x\"").statusCode());
        }
        assertEquals(
                404,
                by(TestCaller.OFFICER_QIXIAN, "/evidence/" + id, "If-None-Match", tag())
                        .statusCode());
    }

    @Test
    void headTellsWhatAGetWouldSend() throws Exception {
        for (String address : new String[] {"/evidence/" + id, url()}) {
            // When
            HttpResponse<byte[]> head = browser.send(
                    request(TestCaller.OFFICER_LANKAO, address, "Range", "bytes=0-1")
                            .HEAD()
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            // Then
            assertEquals(200, head.statusCode());
            assertEquals(String.valueOf(SIZE), header(head, "Content-Length"));
            assertEquals("image/jpeg", header(head, "Content-Type"));
            assertEquals("bytes", header(head, "Accept-Ranges"));
            assertEquals(tag(), header(head, "ETag"));
        }
    }

    @Test
    void contentIsShownByBrowsersAndNothingElse() throws Exception {
        for (String address : new String[] {"/evidence/" + id, url()}) {
            // When
            HttpResponse<byte[]> content = get(address);

            // Then
            assertEquals("nosniff", header(content, "X-Content-Type-Options"));
            assertTrue(header(content, "Content-Security-Policy").startsWith("default-src 'none';"));
            assertTrue(header(content, "Content-Security-Policy").endsWith("; sandbox"));
            assertEquals("inline; filename=\"" + id + "\"", header(content, "Content-Disposition"));
            assertEquals("no-referrer", header(content, "Referrer-Policy"));
        }
        assertEquals("private, no-cache", header(get("/evidence/" + id), "Cache-Control"));
        String caching = header(get(url()), "Cache-Control");
        assertTrue(caching.matches("private, max-age=(300|29\\d), immutable"), caching);
    }

    @ParameterizedTest
    @CsvSource({"MISSING", "WRONG_SIZE", "ALTERED"})
    void damagedContentIsToldInsteadOfItsParts(String damage) throws Exception {
        // Given
        String url = url();
        switch (damage) {
            case "MISSING" -> Files.delete(file());
            case "WRONG_SIZE" -> Files.write(file(), new byte[] {1, 2, 3});
            default -> {
                byte[] altered = photo.clone();
                altered[SIZE - 1]++;
                Files.write(file(), altered);
            }
        }

        for (String address : new String[] {"/evidence/" + id, url}) {
            // When
            HttpResponse<byte[]> part = get(address, "Range", "bytes=0-1");

            // Then
            assertEquals(500, part.statusCode());
            assertEquals("EVIDENCE_DAMAGED", code(part));
            assertEquals("", header(part, "Cache-Control"));
        }
    }

    @Test
    void imageNeedsNoTokenAtItsSignedAddress() throws Exception {
        // Given
        String url = url();

        // When
        HttpResponse<byte[]> image = by(null, url, "Accept", "image/avif,image/webp,*/*;q=0.8");

        // Then
        assertTrue(url.startsWith("/evidence/signed/"), url);
        assertEquals(200, image.statusCode());
        assertEquals("image/jpeg", header(image, "Content-Type"));
        assertArrayEquals(photo, image.body());
        assertEquals(401, by(null, "/evidence/" + id).statusCode());
    }

    @Test
    void signedAddressEnds() throws Exception {
        // Given
        String url = url(TestCaller.OFFICER_LANKAO, 3);
        assertEquals(200, by(null, url).statusCode());

        // When
        HttpResponse<byte[]> late = await().atMost(Duration.ofSeconds(20))
                .until(() -> by(null, url, "If-None-Match", tag()), answer -> answer.statusCode() != 304);

        // Then
        assertEquals(410, late.statusCode());
        assertEquals("ADDRESS_EXPIRED", code(late));
    }

    @Test
    void changedAddressGivesNothingAndTellsNothing() throws Exception {
        // Given
        String address = url().substring("/evidence/signed/".length());
        String expected = new String(by(null, "/evidence/signed/x").body(), StandardCharsets.UTF_8);

        // When, Then
        assertTrue(expected.contains("ADDRESS_INVALID"), expected);
        for (int place = address.length() - 1; place >= 0; place -= 7) {
            char other = address.charAt(place) == 'A' ? 'B' : 'A';
            String changed = address.substring(0, place) + other + address.substring(place + 1);
            HttpResponse<byte[]> refused = by(null, "/evidence/signed/" + changed);
            assertEquals(403, refused.statusCode(), changed);
            assertEquals(expected, new String(refused.body(), StandardCharsets.UTF_8));
        }
        String cursor = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query("{ evidence(first: 1) { pageInfo { endCursor } } }")
                .getString("data.evidence.pageInfo.endCursor");
        assertEquals(403, by(null, "/evidence/signed/" + cursor).statusCode());
        assertEquals(403, by(null, "/evidence/signed/" + "A".repeat(3000)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "3601", "2147483647"})
    void addressWorksForASecondToAnHour(int seconds) {
        // When
        var answer = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .answer(
                        "query($id: ID!, $seconds: Int) { node(id: $id) { ... on Evidence { url(expiresIn: $seconds)"
                                + " stage hour: url(expiresIn: 3600) usual: url(expiresIn: null) } } }",
                        Map.of("id", id, "seconds", seconds));

        // Then
        assertEquals(null, answer.getString("data.node.url"));
        assertEquals("BEFORE", answer.getString("data.node.stage"));
        assertTrue(answer.getString("data.node.hour").startsWith("/evidence/signed/"));
        assertTrue(answer.getString("data.node.usual").startsWith("/evidence/signed/"));
        assertEquals(1, answer.getList("errors").size());
        assertEquals("VALUE_OUT_OF_RANGE", answer.getString("errors[0].extensions.code"));
        assertEquals("expiresIn", answer.getString("errors[0].extensions.argument"));
        assertEquals("The value must be between 1 and 3,600.", answer.getString("errors[0].message"));
        assertEquals("3600", answer.getString("errors[0].extensions.max"));
        assertEquals("[node, url]", answer.getString("errors[0].path"));
    }

    @Test
    void commandsAnswerHasAddressesToo() throws Exception {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.send(TestCaller.OFFICER_LANKAO, hazard, "BEFORE", Loop.photo())
                .then()
                .statusCode(201);

        // When
        var payload = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate(
                        "rejectHazard",
                        "HazardReasonInput",
                        Map.of("id", hazard, "reason", "x"),
                        "hazard { evidence { nodes { url(expiresIn: 60) late: url(expiresIn: 0) } } }");

        // Then
        assertEquals(List.of("VALUE_OUT_OF_RANGE"), payload.errorCodes());
        assertEquals(200, by(null, payload.text("hazard.evidence.nodes[0].url")).statusCode());
    }

    @Test
    void addressTellsNobodyForWhomItWasMade() throws Exception {
        // When
        byte[] told = Base64.getUrlDecoder().decode(url().substring("/evidence/signed/".length()));
        String text = new String(told, StandardCharsets.ISO_8859_1);

        // Then
        assertTrue(text.contains("image/jpeg"), text);
        assertEquals(-1, text.indexOf(TestCaller.OFFICER_LANKAO.subject()));
        assertNotEquals(url(TestCaller.CITY_OFFICER, 300), url(TestCaller.OFFICER_LANKAO, 300));
    }

    private String url() {
        return url(TestCaller.OFFICER_LANKAO, 300);
    }

    private String url(TestCaller caller, int seconds) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!, $seconds: Int) { node(id: $id) { ... on Evidence { url(expiresIn: $seconds) } } }",
                        Map.of("id", id, "seconds", seconds))
                .getString("data.node.url");
    }

    private String tag() {
        return '"' + Loop.sha256(photo) + '"';
    }

    /** With the token where the address is not signed. */
    private HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        return by(address.startsWith("/evidence/signed/") ? null : TestCaller.OFFICER_LANKAO, address, headers);
    }

    private HttpResponse<byte[]> by(@Nullable TestCaller caller, String address, String... headers) throws Exception {
        return browser.send(request(caller, address, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(@Nullable TestCaller caller, String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return caller == null ? request : request.header("Authorization", "Bearer " + caller.token());
    }

    private static String header(HttpResponse<?> answer, String name) {
        Optional<String> value = answer.headers().firstValue(name);
        return value.orElse("");
    }

    private static String code(HttpResponse<byte[]> refused) {
        return JsonPath.from(new String(refused.body(), StandardCharsets.UTF_8)).getString("errors[0].extensions.code");
    }

    private Path file() {
        UUID uuid = NodeId.require(NodeType.EVIDENCE, id, "id");
        String name = uuid.toString();
        return Path.of("target/evidence")
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }
}
