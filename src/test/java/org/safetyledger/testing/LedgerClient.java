package org.safetyledger.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of the GraphQL API on behalf of one caller. Its requests go over connections that stay, by the platform's own client:
 * the one of RestAssured would take more of the processors than the service that it asks.
 */
public final class LedgerClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Bearer caller;

    private LedgerClient(Bearer caller) {
        this.caller = caller;
    }

    public static LedgerClient as(Bearer caller) {
        return new LedgerClient(caller);
    }

    public Response send(String document, Map<String, ?> variables) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + caller.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(
                            MAPPER.writeValueAsBytes(Map.of("query", document, "variables", variables))))
                    .build();
            return response(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Response response(HttpResponse<byte[]> answer) {
        List<Header> headers = answer.headers().map().entrySet().stream()
                .flatMap(named -> named.getValue().stream().map(value -> new Header(named.getKey(), value)))
                .toList();
        return new ResponseBuilder()
                .setStatusCode(answer.statusCode())
                .setHeaders(new Headers(headers))
                .setContentType(answer.headers().firstValue("Content-Type").orElse("text/plain"))
                .setBody(answer.body())
                .build();
    }

    /** The answer's data; fails when there are errors. */
    public JsonPath query(String document, Map<String, ?> variables) {
        JsonPath answer = answer(document, variables);
        Object errors = PlainPath.value(answer, "errors");
        if (errors != null) {
            throw new AssertionError("Unexpected errors: " + errors + " for " + document);
        }
        return answer;
    }

    public JsonPath query(String document) {
        return query(document, Map.of());
    }

    /** The whole answer, errors included. */
    public JsonPath answer(String document, Map<String, ?> variables) {
        return send(document, variables).then().statusCode(200).extract().jsonPath();
    }

    /** Codes of the top-level errors; empty when there are none. */
    public List<String> errorCodes(String document, Map<String, ?> variables) {
        return codes(send(document, variables).jsonPath(), "errors.extensions.code");
    }

    /**
     * Sends a mutation with one input and gives its payload.
     *
     * @param selection of the payload, e.g. {@code hazard { id status }}
     */
    public Payload mutate(String mutation, String inputType, Map<String, ?> input, String selection) {
        String document = "mutation($input: " + inputType + "!) { " + mutation + "(input: $input) { " + selection
                + " userErrors { code message path } } }";
        return new Payload(answer(document, Map.of("input", input)), "data." + mutation);
    }

    private static List<String> codes(JsonPath answer, String path) {
        List<String> codes = PlainPath.texts(answer, path);
        return codes == null ? List.of() : codes;
    }

    /** A mutation's payload. */
    public record Payload(JsonPath answer, String root) {
        public <T> @Nullable T get(String path) {
            return answer.get(root + "." + path);
        }

        public String text(String path) {
            String value = answer.getString(root + "." + path);
            if (value == null) {
                throw new AssertionError("No " + path + " in " + answer.prettify());
            }
            return value;
        }

        public List<String> userErrorCodes() {
            return codes(answer, root + ".userErrors.code");
        }

        public List<String> errorCodes() {
            return codes(answer, "errors.extensions.code");
        }

        /** This payload, after checking that the command was carried out. */
        public Payload accepted() {
            if (!userErrorCodes().isEmpty() || !errorCodes().isEmpty()) {
                throw new AssertionError("Refused: " + answer.prettify());
            }
            return this;
        }
    }
}
