package org.safetyledger.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the GraphQL API on behalf of one caller. */
public final class LedgerClient {
    private final Bearer caller;

    private LedgerClient(Bearer caller) {
        this.caller = caller;
    }

    public static LedgerClient as(Bearer caller) {
        return new LedgerClient(caller);
    }

    public Response send(String document, Map<String, ?> variables) {
        return given().header("Authorization", "Bearer " + caller.token())
                .contentType("application/json")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
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
