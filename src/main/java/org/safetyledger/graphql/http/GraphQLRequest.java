package org.safetyledger.graphql.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** A request of GraphQL over HTTP: its JSON and the media type of the answer. */
record GraphQLRequest(JsonObject json, String mediaType) {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    static GraphQLRequest read(RoutingContext context) {
        MediaTypes.requireJson(context.request().getHeader("Content-Type"));
        String mediaType = MediaTypes.requireAnswerable(context);
        JsonObject json = parse(
                context.body().buffer() == null
                        ? new byte[0]
                        : context.body().buffer().getBytes());
        if (!isType(json, "query", JsonValue.ValueType.STRING)
                || json.getString("query").isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "query");
        }
        requireOptional(json, "variables", JsonValue.ValueType.OBJECT);
        requireOptional(json, "operationName", JsonValue.ValueType.STRING);
        requireOptional(json, "extensions", JsonValue.ValueType.OBJECT);
        return new GraphQLRequest(json, mediaType);
    }

    String document() {
        return json.getString("query");
    }

    @Nullable
    String operationName() {
        return json.getString("operationName", null);
    }

    /** The variables as plain values: maps, lists, texts, numbers, booleans. */
    Map<String, Object> variables() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (json.get("variables") instanceof JsonObject variables) {
            variables.forEach((name, value) -> values.put(name, plain(value)));
        }
        return values;
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.isIntegral() ? number.bigIntegerValue() : number.bigDecimalValue();
            case JsonArray array ->
                array.stream().map(GraphQLRequest::plain).collect(Collectors.toCollection(ArrayList::new));
            case JsonObject object -> {
                Map<String, Object> values = new LinkedHashMap<>();
                object.forEach((name, member) -> values.put(name, plain(member)));
                yield values;
            }
            default -> value.equals(JsonValue.NULL) ? null : value.equals(JsonValue.TRUE);
        };
    }

    private static JsonObject parse(byte[] body) {
        // A decoder of its own: the parser's would put replacement characters where the bytes are no UTF-8.
        try (JsonParser parser = PARSERS.createParser(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString()))) {
            if (parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject json = parser.getObject();
                if (!parser.hasNext()) {
                    return json;
                }
            }
        } catch (CharacterCodingException | RuntimeException malformed) {
            // The parser has no one type for what it refuses: depth is a plain runtime exception.
            throw notJson();
        }
        throw notJson();
    }

    private static Refusal notJson() {
        return Refusal.of(ErrorCode.BAD_REQUEST, "JSON");
    }

    private static void requireOptional(JsonObject json, String key, JsonValue.ValueType type) {
        if (json.containsKey(key) && !json.isNull(key) && !isType(json, key, type)) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, key);
        }
    }

    private static boolean isType(JsonObject json, String key, JsonValue.ValueType type) {
        return json.containsKey(key) && json.get(key).getValueType() == type;
    }
}
