package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.NodeWorkshop;
import org.safetyledger.testing.NodeWorkshop.Outcome;
import org.safetyledger.testing.TestCaller;

/** The address speaks GraphQL over HTTP as its specification says. */
@QuarkusTest
class GraphQLOverHttpTest {
    private static final String VIEWER = "{\"query\": \"{ viewer { subject } }\"}";

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    String address;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void passesTheAuditOfServers() throws Exception {
        // Given
        NodeWorkshop.install();
        String audit = "audit.mjs";
        Files.copy(
                NodeWorkshop.SOURCES.resolve("http").resolve(audit),
                NodeWorkshop.FOLDER.resolve(audit),
                StandardCopyOption.REPLACE_EXISTING);

        // When
        Outcome outcome = NodeWorkshop.node(NodeWorkshop.FOLDER, audit, address, TestCaller.OFFICER_LANKAO.token());

        // Then
        assertEquals(0, outcome.exit(), outcome.output());
        List<String> audits =
                outcome.output().lines().filter(line -> line.contains("\t")).toList();
        assertFalse(audits.isEmpty(), outcome.output());
        List<String> failed =
                audits.stream().filter(line -> !line.startsWith("ok\t")).toList();
        assertEquals(List.of(), failed, () -> String.join("\n", failed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                                                  | application/json",
                "application/graphql-response+json                                 | application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9         | application/graphql-response+json",
                "application/graphql-response+json;q=0.5, application/json         | application/json",
                "application/json, application/graphql-response+json               | application/graphql-response+json",
                "application/graphql-response+json;charset=utf-8                   | application/graphql-response+json",
                "application/json, multipart/mixed                                 | application/json",
                "text/html, */*;q=0.1                                              | application/json",
                "application/*                                                     | application/json",
                "application/graphql-response+json;q=0, application/*              | application/json",
                "application/json;q=0, */*                                         | application/graphql-response+json",
            })
    void answersInTheMediaTypeThatTheClientPrefers(String accept, String mediaType) {
        // When
        Response answer = request("application/json")
                .header("Accept", accept)
                .body(VIEWER)
                .post("/graphql");

        // Then
        assertEquals(200, answer.statusCode(), answer::asString);
        assertEquals(mediaType + "; charset=utf-8", answer.contentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, text/*", "application/json;q=0", "nonsense"})
    void clientThatTakesNoJsonIsRefused(String accept) {
        // When
        Response answer = request("application/json")
                .header("Accept", accept)
                .body(VIEWER)
                .post("/graphql");

        // Then
        assertEquals(406, answer.statusCode(), answer::asString);
        assertEquals("BAD_REQUEST", answer.jsonPath().getString("errors[0].extensions.code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/jsonx", "application/graphql", "application/json; charset=gb18030"})
    void bodyInAnotherMediaTypeIsRefused(String contentType) {
        // When
        Response answer = request(contentType).body(VIEWER).post("/graphql");

        // Then
        assertEquals(415, answer.statusCode(), answer::asString);
        assertEquals("BAD_REQUEST", answer.jsonPath().getString("errors[0].extensions.code"));
    }

    @Test
    void upgradeThatIsNotTakenUpIsPassedOver() throws Exception {
        // Given, a client that would rather speak HTTP/2 and says so
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .header("Content-Type", "application/json");
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            // When
            HttpResponse<String> answer = client.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(VIEWER)).build(), BodyHandlers.ofString());

            // Then
            assertEquals(200, answer.statusCode());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        }
    }

    /** A small body could hold a large one. */
    @Test
    void compressedBodyIsRefused() {
        // When
        Response answer = request("application/json")
                .header("Content-Encoding", "gzip")
                .body(VIEWER)
                .post("/graphql");

        // Then
        assertEquals(415, answer.statusCode(), answer::asString);
        assertEquals(
                "This is not a GraphQL request: check Content-Encoding: identity.",
                answer.jsonPath().getString("errors[0].message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void noMethodButGetAndPostRunsAnything(String method) {
        // When
        Response answer = request("application/json")
                .queryParam("query", "{ viewer { subject } }")
                .request(method, "/graphql");

        // Then
        assertEquals(405, answer.statusCode());
        assertEquals("GET, POST", answer.header("Allow"));
        assertFalse(answer.asString().contains("subject"), answer::asString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"application/json", "application/graphql-response+json"})
    void getRunsAQuery(String accept) {
        // When
        Response answer =
                get("query A($code: String!) { jurisdiction(code: $code) { name } } query B { viewer { subject } }")
                        .queryParam("variables", "{\"code\": \"410225000000\"}")
                        .queryParam("operationName", "A")
                        .queryParam("extensions", "{}")
                        .header("Accept", accept)
                        .get("/graphql");

        // Then
        assertEquals(200, answer.statusCode(), answer::asString);
        assertEquals(accept + "; charset=utf-8", answer.contentType());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("{\"data\":{\"jurisdiction\":{\"name\":\"兰考县\"}}}", answer.asString());
    }

    @Test
    void getOfACommandIsRefusedAndChangesNothing() {
        // Given
        Map<String, String> before = LedgerDatabase.fingerprint();
        String hazard = NodeId.text(NodeType.HAZARD, UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));

        for (String document : List.of(
                "mutation { reportHazard(input: {enterpriseId: \"x\", title: \"x\", category: \"x\"}) { hazard { id } } }",
                "mutation { closeHazard(input: {id: \"" + hazard + "\"}) { __typename } }",
                "mutation { __typename }")) {
            // When
            Response answer = get(document).get("/graphql");

            // Then
            assertEquals(405, answer.statusCode(), document);
            assertEquals("POST", answer.header("Allow"), document);
            assertEquals("BAD_REQUEST", answer.jsonPath().getString("errors[0].extensions.code"), document);
        }
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void operationOfADocumentWithACommandIsToldByItsName() {
        // Given
        String both = "query A { viewer { subject } } mutation B { __typename }";

        // Then
        assertEquals(
                200, get(both).queryParam("operationName", "A").get("/graphql").statusCode());
        assertEquals(
                405, get(both).queryParam("operationName", "B").get("/graphql").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query         | ''",
                "variables     | x",
                "variables     | [1]",
                "variables     | null",
                "extensions    | {",
                "operationName | A",
            })
    void addressThatIsNoRequestIsRefused(String parameter, String value) {
        // When, where the operation's name is there twice
        Response answer = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .queryParam(parameter, value)
                .queryParam(parameter.equals("query") ? "variables" : "query", parameter.equals("query") ? "{}" : "{a}")
                .queryParam("operationName", "A")
                .get("/graphql");

        // Then
        assertEquals(400, answer.statusCode(), answer::asString);
        assertEquals(
                "This is not a GraphQL request: check " + parameter + ".",
                answer.jsonPath().getString("errors[0].message"));
    }

    @Test
    void getWithoutATokenIsRefused() {
        // When
        Response answer = given().queryParam("query", "{ viewer { subject } }").get("/graphql");

        // Then
        assertEquals(401, answer.statusCode());
        assertEquals("UNAUTHENTICATED", answer.jsonPath().getString("errors[0].extensions.code"));
    }

    @Test
    void addressesAreAsLongAsEightKilobytesAtMost() {
        assertEquals(
                200,
                get("{viewer{subject}}#" + "x".repeat(7_900)).get("/graphql").statusCode());
        assertEquals(
                414,
                get("{viewer{subject}}#" + "x".repeat(8_200)).get("/graphql").statusCode());
    }

    private static RequestSpecification get(String document) {
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .queryParam("query", document);
    }

    private static RequestSpecification request(String contentType) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.TEXT)))
                .header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType(contentType);
    }
}
