package org.safetyledger.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Texts;

/**
 * What a command says, apart from how it is written: an empty text, an empty list and false say as much as nothing, and
 * blanks around a text say nothing. Its key is no part of it. Times are the same text for the same moment already.
 */
final class CommandContent {
    private CommandContent() {}

    static String hash(ObjectMapper mapper, String operation, Command input) {
        Map<String, Object> said = members(mapper.valueToTree(input));
        said.remove("requestId");
        try {
            // Escaped, because a text may still hold half a character, which has no bytes, before it is refused.
            byte[] content =
                    mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(List.of(operation, said));
            return HexFormat.of().formatHex(HistoryEntry.sha256().digest(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> members(JsonNode object) {
        Map<String, Object> said = new TreeMap<>();
        object.properties().forEach(member -> {
            Object value = said(member.getValue());
            if (value != null) {
                said.put(member.getKey(), value);
            }
        });
        return said;
    }

    private static @Nullable Object said(JsonNode value) {
        if (value.isObject()) {
            return members(value);
        }
        if (value.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            value.forEach(element -> elements.add(said(element)));
            return elements.isEmpty() ? null : elements;
        }
        if (value.isTextual()) {
            return Texts.strippedOrNull(value.textValue());
        }
        return value.isNull() || (value.isBoolean() && !value.booleanValue()) ? null : value;
    }
}
