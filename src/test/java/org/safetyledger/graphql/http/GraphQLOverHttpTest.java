package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.NodeWorkshop;
import org.safetyledger.testing.NodeWorkshop.Outcome;
import org.safetyledger.testing.TestCaller;

/** The address speaks GraphQL over HTTP as its specification says. */
@QuarkusTest
@QuarkusTestResource(OidcWiremockTestResource.class)
class GraphQLOverHttpTest {
    /** GET is optional, and stays off: a document in an address ends up in logs and caches. */
    private static final List<String> OF_GET = List.of("5A70", "D6D5", "6A70");

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
        List<String> failed = audits.stream()
                .filter(line -> !line.startsWith("ok\t"))
                .filter(line -> !(line.startsWith("notice\t") && OF_GET.contains(line.split("\t", -1)[1])))
                .toList();
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

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void noMethodButPostRunsAnything(String method) {
        // When
        Response answer = request("application/json")
                .queryParam("query", "{ viewer { subject } }")
                .request(method, "/graphql");

        // Then
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.header("Allow"));
        assertEquals("BAD_REQUEST", answer.jsonPath().getString("errors[0].extensions.code"));
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
