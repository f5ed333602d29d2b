package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;

/** Writes the values of fields: of columns, and of what is worked out of stored JSON. */
final class ValueWriter {
    private final JsonGenerator json;
    private final ObjectMapper mapper;
    private final ObjectReader stored;

    ValueWriter(JsonGenerator json, ObjectMapper mapper) {
        this.json = json;
        this.mapper = mapper;
        // Instants are stored as numbers with more digits than a binary fraction has.
        this.stored = mapper.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    void value(ReadField.Column column, Cells cells, int cell) throws IOException {
        if (cells.isNull(cell)) {
            json.writeNull();
            return;
        }
        switch (column.kind()) {
            case TEXT, DAY -> json.writeString(cells.text(cell));
            case INTEGER -> json.writeNumber(cells.number(cell));
            case DECIMAL -> json.writeNumber(cells.decimal(cell));
            case BOOLEAN -> json.writeBoolean(cells.truth(cell));
            case TIME -> json.writeString(cells.time(cell));
            case NODE ->
                json.writeString(
                        column.prefix() + NodeId.text(Objects.requireNonNull(column.node()), cells.uuid(cell)));
        }
    }

    void derived(BoundRead.Derived derived, Cells cells, int cell) throws IOException {
        if (cells.isNull(cell)) {
            json.writeNull();
        } else {
            Object value = derived.view().apply(stored.readTree(cells.text(cell)));
            properties(mapper.valueToTree(value), derived.parts(), derived.most());
        }
    }

    /** What is selected of a record, of a list of them or of a value without parts. */
    void records(@Nullable Object value, List<Selection.Property> parts) throws IOException {
        properties(mapper.valueToTree(value), parts, Integer.MAX_VALUE);
    }

    private void properties(@Nullable JsonNode value, List<Selection.Property> parts, int most) throws IOException {
        if (value == null || value.isNull()) {
            json.writeNull();
        } else if (value.isArray() && !parts.isEmpty() && value.size() > most) {
            throw Refusal.of(ErrorCode.LIMIT_EXCEEDED);
        } else if (value.isArray()) {
            json.writeStartArray();
            for (JsonNode element : value) {
                properties(element, parts, most);
            }
            json.writeEndArray();
        } else if (parts.isEmpty()) {
            json.writeTree(value);
        } else {
            json.writeStartObject();
            for (Selection.Property part : parts) {
                json.writeFieldName(part.key());
                if (part.name().equals("__typename")) {
                    json.writeString(part.type());
                } else {
                    properties(value.get(part.name()), part.parts(), part.most());
                }
            }
            json.writeEndObject();
        }
    }
}
