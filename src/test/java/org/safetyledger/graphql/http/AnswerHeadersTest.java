package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.introspection.IntrospectionQuery;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** What browsers, caches and proxies are told about the answers of the API and of evidence. */
@LedgerTest
class AnswerHeadersTest {
    private static final String VIEWER = "{\"query\": \"{ viewer { subject } }\"}";

    @ParameterizedTest
    @CsvSource({
        "application/json, POST",
        "application/json, GET",
        "application/graphql-response+json, POST",
        "application/graphql-response+json, GET"
    })
    void answersAreCompressedForWhoTakesThem(String accept, String method) throws Exception {
        // When
        HttpResponse<byte[]> plain = introspection(method, accept, null);
        HttpResponse<byte[]> compressed = introspection(method, accept, "br, gzip;q=0.8, deflate;q=0.5");

        // Then
        assertTrue(plain.body().length > 200_000, () -> plain.body().length + " bytes");
        assertEquals(
                String.valueOf(plain.body().length),
                plain.headers().firstValue("Content-Length").orElseThrow());
        assertEquals(Optional.empty(), plain.headers().firstValue("Content-Encoding"));
        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(compressed.body().length < plain.body().length / 4, () -> compressed.body().length + " bytes");
        assertArrayEquals(
                plain.body(), new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br"})
    void answersAreNotCompressedForWhoDoesNot(String acceptEncoding) throws Exception {
        // When
        HttpResponse<byte[]> answer = introspection("POST", "application/json", acceptEncoding);

        // Then
        assertEquals(Optional.empty(), answer.headers().firstValue("Content-Encoding"));
        assertTrue(new String(answer.body(), StandardCharsets.UTF_8).startsWith("{\"data\":{\"__schema\""));
    }

    @Test
    void smallAnswersAndEvidenceAreNotCompressed() throws Exception {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        byte[] photo = Arrays.copyOf(Loop.photo(), 100_000);
        String id = loop.upload(TestCaller.OFFICER_LANKAO, hazard, "BEFORE", photo);

        // When
        HttpResponse<byte[]> small = send(
                request("/graphql?query=" + encoded("{ viewer { subject } }")).header("Accept-Encoding", "gzip"));
        HttpResponse<byte[]> evidence = send(request("/evidence/" + id).header("Accept-Encoding", "gzip"));

        // Then
        assertEquals(200, small.statusCode());
        assertEquals('{', small.body()[0]);
        assertEquals(200, evidence.statusCode());
        assertArrayEquals(photo, evidence.body());
        assertEquals(Optional.of("100000"), evidence.headers().firstValue("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphql?query=%7Bviewer%7Bsubject%7D%7D", "/evidence/evidence_01jd0000000000000000000000"})
    void answersVaryByWhatTheyDependOn(String path) {
        // When
        Response answer = as(given()).get(path);
        Response refused = given().get(path);

        // Then
        String vary = "Accept, Accept-Encoding, Accept-Language, Authorization, Origin";
        assertEquals(List.of(vary), answer.headers().getValues("Vary"));
        assertEquals(List.of(vary), refused.headers().getValues("Vary"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN                   | zh-CN",
                "zh;q=0.9, en;q=0.8      | zh-CN",
                "en-GB, zh-CN;q=0.5      | en   ",
                "fr                      | en   ",
                "nonsense;;              | en   ",
                "''                      | en   "
            })
    void languageOfTheMessagesIsNamed(String accepted, String language) {
        // When
        Response refused = as(given().contentType("application/json").header("Accept-Language", accepted))
                .body("{}")
                .post("/graphql");
        Response answer = as(given().contentType("application/json").header("Accept-Language", accepted))
                .body(VIEWER)
                .post("/graphql");
        Response evidence = as(given().header("Accept-Language", accepted)).get("/evidence/nonsense");

        // Then
        assertEquals(400, refused.statusCode());
        assertEquals(language, refused.header("Content-Language"));
        assertEquals(
                language.equals("en"),
                refused.jsonPath().getString("errors[0].message").startsWith("This is"),
                refused::asString);
        assertEquals(language, answer.header("Content-Language"));
        assertEquals(language, evidence.header("Content-Language"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /graphql",
        "GET, /graphql?query=%7Bviewer%7Bsubject%7D%7D",
        "POST, /evidence?subject=hazard_01jd0000000000000000000000&stage=BEFORE&sha256=x",
        "GET, /evidence/evidence_01jd0000000000000000000000",
        "GET, /evidence/evidence_01jd0000000000000000000000/integrity"
    })
    void whoIsNotKnownIsToldHowToSignIn(String method, String path) {
        // When
        Response without = unknown(null).request(method, path);
        Response basic = unknown("Basic YTpi").request(method, path);
        Response forged =
                unknown("Bearer " + TestCaller.OFFICER_LANKAO.token() + "x").request(method, path);
        Response nonsense = unknown("bearer nonsense").request(method, path);

        // Then
        for (Response answer : List.of(without, basic, forged, nonsense)) {
            assertEquals(401, answer.statusCode(), answer::asString);
            assertEquals("UNAUTHENTICATED", answer.jsonPath().getString("errors[0].extensions.code"));
        }
        assertEquals("Bearer realm=\"safety-ledger\"", without.header("WWW-Authenticate"));
        assertEquals("Bearer realm=\"safety-ledger\"", basic.header("WWW-Authenticate"));
        assertEquals("Bearer realm=\"safety-ledger\", error=\"invalid_token\"", forged.header("WWW-Authenticate"));
        assertEquals("Bearer realm=\"safety-ledger\", error=\"invalid_token\"", nonsense.header("WWW-Authenticate"));
        assertNull(as(given()).get("/graphql?query=%7Bviewer%7Bsubject%7D%7D").header("WWW-Authenticate"));
    }

    private static RequestSpecification as(RequestSpecification request) {
        return request.urlEncodingEnabled(false).header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token());
    }

    private static RequestSpecification unknown(@Nullable String authorization) {
        RequestSpecification request = given().urlEncodingEnabled(false).contentType("application/json");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static HttpResponse<byte[]> introspection(String method, String accept, @Nullable String acceptEncoding)
            throws Exception {
        String document = IntrospectionQuery.INTROSPECTION_QUERY;
        HttpRequest.Builder request = method.equals("GET")
                ? request("/graphql?query=" + encoded(document))
                : request("/graphql")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"query\": \"" + document.replace("\n", " ") + "\"}"));
        request.header("Accept", accept);
        if (acceptEncoding != null) {
            request.header("Accept-Encoding", acceptEncoding);
        }
        HttpResponse<byte[]> answer = send(request);
        assertEquals(200, answer.statusCode());
        assertEquals(
                accept + "; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        return answer;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token());
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
