package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Automatic persisted queries: a document that was brought once is named by its hash afterwards. */
@LedgerTest
class PersistedQueriesTest {
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void unknownHashAsksForTheDocumentInTheWordsThatClientsLookFor(String accept) {
        // When
        Response answer = get(hash(document()))
                .header("Accept", accept)
                .header("Accept-Language", "zh-CN")
                .get("/graphql");

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(accept + "; charset=utf-8", answer.contentType());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(
                "{\"errors\":[{\"message\":\"PersistedQueryNotFound\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}]}",
                answer.asString());
    }

    @Test
    void hashSufficesOnceTheDocumentWasBroughtByWhateverMethodAndWhomever() {
        // Given
        String byGet = document();
        String byPost = document();
        get(hash(byGet)).queryParam("query", byGet).get("/graphql").then().statusCode(200);
        post(byPost, hash(byPost)).then().statusCode(200);

        for (String document : new String[] {byGet, byPost}) {
            // When
            Response another = as(TestCaller.MANAGER_LANKAO, hash(document)).get("/graphql");
            Response posted = post(null, hash(document));

            // Then
            assertEquals("ENTERPRISE_MANAGER", another.jsonPath().getString("data.viewer.role"), another::asString);
            assertEquals("COUNTY_OFFICER", posted.jsonPath().getString("data.viewer.role"), posted::asString);
        }
    }

    @Test
    void documentThatIsNotValidIsNotKept() {
        // Given
        String invalid = "{ viewer { subject" + UUID.randomUUID().toString().replace("-", "") + " } }";

        // When
        Response first = post(invalid, hash(invalid));
        Response second = get(hash(invalid)).get("/graphql");

        // Then
        assertEquals("GRAPHQL_VALIDATION_FAILED", code(first));
        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(second));
    }

    @Test
    void commandIsNamedByItsHashOverPostAlone() {
        // Given
        String command = "mutation { __typename } #" + UUID.randomUUID();
        post(command, hash(command)).then().statusCode(200);

        // When
        Response posted = post(null, hash(command));
        Response got = get(hash(command)).get("/graphql");

        // Then
        assertEquals("Mutation", posted.jsonPath().getString("data.__typename"), posted::asString);
        assertEquals(405, got.statusCode());
    }

    @Test
    void documentOfAnotherHashIsRefused() {
        // Given
        String other = document();

        // When
        Response answer = post(document(), hash(other));

        // Then
        assertEquals(400, answer.statusCode());
        assertEquals(
                "This is not a GraphQL request: check extensions.persistedQuery.sha256Hash.",
                answer.jsonPath().getString("errors[0].message"));
        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(get(hash(other)).get("/graphql")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "{}",
                "{\"version\":1}",
                "{\"version\":1,\"sha256Hash\":\"abc\"}",
                "{\"version\":2,\"sha256Hash\":\"$hash\"}",
                "{\"version\":\"1\",\"sha256Hash\":\"$hash\"}",
                "{\"version\":1,\"sha256Hash\":\"$HASH\"}",
                "{\"version\":1,\"sha256Hash\":\"$hash0\"}",
            })
    void whatNamesNoHashIsRefused(String persisted) {
        // Given
        String hash = hash("{ viewer { subject } }");

        // When
        Response answer = given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .queryParam("query", "{ viewer { subject } }")
                .queryParam(
                        "extensions",
                        "{\"persistedQuery\":"
                                + persisted.replace("$hash", hash).replace("$HASH", hash.toUpperCase(Locale.ROOT))
                                + "}")
                .get("/graphql");

        // Then
        assertEquals(400, answer.statusCode(), answer::asString);
        assertEquals(
                "This is not a GraphQL request: check extensions.persistedQuery.",
                answer.jsonPath().getString("errors[0].message"));
        assertNull(answer.jsonPath().get("data"));
    }

    /** One that no other test has brought. */
    private static String document() {
        return "{ viewer { role } } #" + UUID.randomUUID();
    }

    private static RequestSpecification get(String hash) {
        return as(TestCaller.OFFICER_LANKAO, hash);
    }

    private static RequestSpecification as(TestCaller caller, String hash) {
        return given().header("Authorization", "Bearer " + caller.token())
                .queryParam("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}");
    }

    private static Response post(@Nullable String document, String hash) {
        Map<String, Object> body = new HashMap<>();
        body.put("query", document);
        body.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("application/json")
                .body(body)
                .post("/graphql");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("errors[0].extensions.code");
    }

    private static String hash(String document) {
        return Loop.sha256(document.getBytes(StandardCharsets.UTF_8));
    }
}
