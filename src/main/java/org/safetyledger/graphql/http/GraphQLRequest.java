package org.safetyledger.graphql.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * A request of GraphQL over HTTP.
 *
 * @param variables plain values: maps, lists, texts, big numbers, booleans, null
 * @param hash under which the client will name the document later
 * @param safe whether it came by GET, and so must not change anything
 * @param mediaType of the answer
 */
record GraphQLRequest(
        String document,
        @Nullable String operationName,
        Map<String, Object> variables,
        @Nullable String hash,
        boolean safe,
        String mediaType) {
    /** Looking for it each time would cost more than the rest. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String QUERY = "query";
    private static final String VARIABLES = "variables";
    private static final String OPERATION_NAME = "operationName";
    private static final String EXTENSIONS = "extensions";
    private static final int LENGTH_OF_HASH = 64;

    static GraphQLRequest read(RoutingContext context, PersistedDocuments documents) {
        boolean safe = context.request().method().equals(HttpMethod.GET);
        if (!safe) {
            MediaTypes.requireJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
            MediaTypes.requirePlain(context.request().getHeader(HttpHeaders.CONTENT_ENCODING));
        }
        String mediaType = MediaTypes.requireAnswerable(context);
        return of(safe ? ofAddress(context) : StrictJson.object(body(context)), documents, safe, mediaType);
    }

    static GraphQLRequest of(Map<String, Object> json, PersistedDocuments documents, boolean safe, String mediaType) {
        String given = text(json, QUERY);
        String hash = hash(object(json, EXTENSIONS));
        String document = hash == null ? given : documents.document(hash, given);
        if (document == null || document.isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, QUERY);
        }
        return new GraphQLRequest(document, text(json, OPERATION_NAME), object(json, VARIABLES), hash, safe, mediaType);
    }

    /** The request as the engine takes it. */
    JsonObject json() {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add(QUERY, document).add(VARIABLES, JSON.createObjectBuilder(variables));
        if (operationName != null) {
            json.add(OPERATION_NAME, operationName);
        }
        return json.build();
    }

    private static byte[] body(RoutingContext context) {
        return context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
    }

    private static Map<String, Object> ofAddress(RoutingContext context) {
        Map<String, Object> json = new HashMap<>();
        for (String name : List.of(QUERY, VARIABLES, OPERATION_NAME, EXTENSIONS)) {
            List<String> given = context.queryParam(name);
            if (given.size() > 1) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, name);
            }
            if (!given.isEmpty() && !given.getFirst().isEmpty()) {
                boolean isObject = name.equals(VARIABLES) || name.equals(EXTENSIONS);
                json.put(name, isObject ? StrictJson.object(given.getFirst(), name) : given.getFirst());
            }
        }
        return json;
    }

    /** The hash that names the document, in the way of Apollo's automatic persisted queries. */
    private static @Nullable String hash(Map<String, Object> extensions) {
        return switch (extensions.get("persistedQuery")) {
            case null -> null;
            case Map<?, ?> persisted
            when BigInteger.ONE.equals(persisted.get("version"))
                    && persisted.get("sha256Hash") instanceof String hash
                    && isHash(hash) -> hash;
            default -> throw Refusal.of(ErrorCode.BAD_REQUEST, PersistedDocuments.EXTENSION);
        };
    }

    private static boolean isHash(String text) {
        return text.length() == LENGTH_OF_HASH
                && text.chars().allMatch(letter -> "0123456789abcdef".indexOf(letter) >= 0);
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
