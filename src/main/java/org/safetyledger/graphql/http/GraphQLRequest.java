package org.safetyledger.graphql.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * A request of GraphQL over HTTP.
 *
 * @param variables plain values: maps, lists, texts, big numbers, booleans, null
 * @param mediaType of the answer
 */
record GraphQLRequest(
        String document, @Nullable String operationName, Map<String, Object> variables, String mediaType) {
    /** Looking for it each time would cost more than the rest. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    static GraphQLRequest read(RoutingContext context) {
        MediaTypes.requireJson(context.request().getHeader("Content-Type"));
        String mediaType = MediaTypes.requireAnswerable(context);
        return of(
                context.body().buffer() == null
                        ? new byte[0]
                        : context.body().buffer().getBytes(),
                mediaType);
    }

    static GraphQLRequest of(byte[] body, String mediaType) {
        Map<String, Object> json = StrictJson.object(body);
        if (!(json.get("query") instanceof String document) || document.isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "query");
        }
        Map<String, Object> variables = object(json, "variables");
        String operationName = text(json, "operationName");
        object(json, "extensions");
        return new GraphQLRequest(document, operationName, variables, mediaType);
    }

    /** The request as the engine takes it. */
    JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("query", document)
                .add("variables", JSON.createObjectBuilder(variables));
        if (operationName != null) {
            json.add("operationName", operationName);
        }
        return json.build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> json, String key) {
        return switch (json.get(key)) {
            case null -> Map.of();
            case Map<?, ?> object -> (Map<String, Object>) object;
            default -> throw Refusal.of(ErrorCode.BAD_REQUEST, key);
        };
    }

    private static @Nullable String text(Map<String, Object> json, String key) {
        return switch (json.get(key)) {
            case null -> null;
            case String text -> text;
            default -> throw Refusal.of(ErrorCode.BAD_REQUEST, key);
        };
    }
}
