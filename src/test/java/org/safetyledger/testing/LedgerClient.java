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
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
        return send(request(document, variables));
    }

    /** Sends a GraphQL request as it is. */
    public Response send(byte[] request) {
        return response(posted(request));
    }

    /** What is at an address of the service, such as {@code /evidence/evidence_…}. */
    public Response get(String address) {
        return response(exchanged(to(address).GET()));
    }

    private static byte[] request(String document, Map<String, ?> variables) {
        try {
            return MAPPER.writeValueAsBytes(Map.of("query", document, "variables", variables));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private HttpResponse<byte[]> posted(byte[] request) {
        return exchanged(
                to("/graphql").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(request)));
    }

    /** Uploads a content, over a connection of its own: what is refused may stay unread in it. */
    public Response upload(String address, String mediaType, byte[] content) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address(address).toURL().openConnection();
            connection.setDoOutput(true);
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestProperty("Connection", "close");
            connection.setRequestProperty("Authorization", "Bearer " + caller.token());
            connection.setRequestProperty("Content-Type", mediaType);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(content);
            }
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return response(status, connection.getHeaderFields(), body == null ? new byte[0] : body.readAllBytes());
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(address(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + caller.token());
    }

    private static URI address(String address) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + address);
    }

    private static HttpResponse<byte[]> exchanged(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Response response(HttpResponse<byte[]> answer) {
        return response(answer.statusCode(), answer.headers().map(), answer.body());
    }

    private static Response response(int status, Map<String, List<String>> named, byte[] body) {
        List<Header> headers = named.entrySet().stream()
                .filter(header -> header.getKey() != null)
                .flatMap(header -> header.getValue().stream().map(value -> new Header(header.getKey(), value)))
                .toList();
        String type = headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase("Content-Type"))
                .map(Header::getValue)
                .findFirst()
                .orElse("text/plain");
        return new ResponseBuilder()
                .setStatusCode(status)
                .setHeaders(new Headers(headers))
                .setContentType(type)
                .setBody(body)
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
        HttpResponse<byte[]> answer = posted(request(document, variables));
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " and not 200: " + text);
        }
        return new AnswerPath(text);
    }

    /** Codes of the top-level errors; empty when there are none. */
    public List<String> errorCodes(String document, Map<String, ?> variables) {
        String answer = new String(posted(request(document, variables)).body(), StandardCharsets.UTF_8);
        return codes(new AnswerPath(answer), "errors.extensions.code");
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
