package org.safetyledger.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;

/**
 * Reads one JSON object to plain values: maps, lists, texts, big numbers, booleans and null. Only what RFC 8259 has is taken;
 * of a name that is there twice the last value counts.
 */
final class StrictJson {
    private static final String BODY = "JSON";

    /** No value of the schema lies so deep; deeper ones would use up the stack. */
    private static final int DEEPEST = 1_000;

    /** Reading the digits of a number costs the square of how many they are. */
    private static final int LONGEST_NUMBER = 1_100;

    /** No document and no text of an input may be longer; copies of longer ones would fill the memory before they are refused. */
    private static final int LONGEST_TEXT = ParserLimits.CHARACTERS;

    /** No name of the schema is nearly as long. */
    private static final int LONGEST_NAME = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            // Names are the callers': what is kept of them would fill the memory.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Each request has a thread of its own, whose buffers nobody would take up again.
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private StrictJson() {}

    static Map<String, Object> object(byte[] body) {
        try {
            // A decoder of its own: the parser's would take bytes that are no UTF-8, or other encodings.
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return object(JSON.createParser(text.array(), text.arrayOffset(), text.remaining()), BODY);
        } catch (IOException malformed) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, BODY);
        }
    }

    /** @param subject what a refusal names as no JSON object */
    static Map<String, Object> object(String text, String subject) {
        try {
            return object(JSON.createParser(text), subject);
        } catch (IOException malformed) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, subject);
        }
    }

    private static Map<String, Object> object(JsonParser parser, String subject) throws IOException {
        try (parser) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> object = members(parser);
                if (parser.nextToken() == null) {
                    return object;
                }
            }
        } catch (NumberFormatException beyondAnyNumber) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, subject);
        }
        throw Refusal.of(ErrorCode.BAD_REQUEST, subject);
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static String text(JsonParser parser) throws IOException {
        try {
            return parser.getText();
        } catch (StreamConstraintsException tooLong) {
            // Such as variables.input.title.
            String where = parser.getParsingContext().pathAsPointer().toString().substring(1);
            throw Refusal.at(Texts.shown(where.replace('/', '.')), ErrorCode.TEXT_TOO_LONG, LONGEST_TEXT);
        }
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> text(parser);
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
