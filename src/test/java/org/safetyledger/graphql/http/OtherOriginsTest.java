package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** Browsers let front ends of other origins in where the operator named them, and nowhere else. */
@LedgerTest
class OtherOriginsTest {
    private static final String FRONT_END = "https://front-end.example";
    private static final Path SETTINGS = Path.of("src/main/resources");

    @ParameterizedTest
    @CsvSource({
        "/graphql, POST",
        "/graphql, GET",
        "/evidence, POST",
        "/evidence/evidence_01jd0000000000000000000000, GET"
    })
    void preflightOfANamedOriginIsAllowedWithoutAToken(String path, String method) {
        // When
        Response answer = preflight(FRONT_END, method).options(path);

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(FRONT_END, answer.header("Access-Control-Allow-Origin"));
        assertEquals(
                Set.of("GET", "POST"),
                Set.of(answer.header("Access-Control-Allow-Methods").split(",")));
        assertEquals("authorization,content-type", answer.header("Access-Control-Allow-Headers"));
        assertEquals("3600", answer.header("Access-Control-Max-Age"));
        assertTrue(answer.header("Vary").contains("Origin"));
    }

    @Test
    void preflightOfAnotherOriginOrMethodAllowsNothing() {
        // When
        Response origin = preflight("https://elsewhere.example", "POST").options("/graphql");
        Response method = preflight(FRONT_END, "DELETE").options("/graphql");

        // Then
        assertEquals(403, origin.statusCode());
        assertNull(origin.header("Access-Control-Allow-Origin"));
        assertEquals("GET,POST", method.header("Access-Control-Allow-Methods"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer nonsense"})
    void answerToANamedOriginShowsWhatAFrontEndNeeds(String authorization) {
        // When
        RequestSpecification request = given().header("Origin", FRONT_END).contentType("application/json");
        Response answer = request.header(
                        "Authorization",
                        authorization.isEmpty() ? "Bearer " + TestCaller.OFFICER_LANKAO.token() : authorization)
                .body("{\"query\": \"{ viewer { subject } }\"}")
                .post("/graphql");

        // Then
        assertEquals(authorization.isEmpty() ? 200 : 401, answer.statusCode());
        assertEquals(FRONT_END, answer.header("Access-Control-Allow-Origin"));
        assertNotEquals("true", answer.header("Access-Control-Allow-Credentials"));
        assertEquals(
                Set.of("Allow", "Content-Range", "ETag", "Location", "Retry-After", "WWW-Authenticate"),
                Set.of(answer.header("Access-Control-Expose-Headers").split(",")));
    }

    @Test
    void otherOriginsAreLetInOnTheDevelopersStandAlone() throws IOException {
        // Given
        SmallRyeConfig production = settings("application.properties");
        SmallRyeConfig stand = settings("application-dev.properties");

        // Then
        assertEquals(
                "false", production.getConfigValue("quarkus.http.cors.enabled").getValue());
        assertEquals(Optional.empty(), production.getOptionalValue("quarkus.http.cors.origins", String.class));
        assertEquals("true", stand.getConfigValue("quarkus.http.cors.enabled").getValue());
        assertEquals("*", stand.getConfigValue("quarkus.http.cors.origins").getValue());
    }

    private static RequestSpecification preflight(String origin, String method) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type");
    }

    private static SmallRyeConfig settings(String file) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(
                        SETTINGS.resolve(file).toUri().toURL()))
                .build();
    }
}
