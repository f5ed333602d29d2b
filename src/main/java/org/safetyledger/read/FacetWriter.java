package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the counts by facets of a list. */
final class FacetWriter {
    private FacetWriter() {}

    /** The number of all rows, which is that of no facet. */
    static long total(JsonNode counts) {
        for (JsonNode count : counts) {
            if (count.get(0).isNull()) {
                return count.get(2).asLong();
            }
        }
        throw new IllegalStateException("The counts do not tell of how many");
    }

    /** @param counts arrays of facet, value and count; null where no facet is asked for */
    static void write(JsonGenerator json, Selection.FacetCounts facets, @Nullable JsonNode counts) throws IOException {
        json.writeStartObject();
        for (Selection part : facets.parts()) {
            json.writeFieldName(part.key());
            switch (part) {
                case Selection.TypeName typeName -> json.writeString(typeName.name());
                case Selection.FacetCount facet -> facet(json, facet, counts);
                default -> throw new IllegalStateException(part.key());
            }
        }
        json.writeEndObject();
    }

    private static void facet(JsonGenerator json, Selection.FacetCount facet, @Nullable JsonNode counts)
            throws IOException {
        json.writeStartArray();
        if (counts != null) {
            for (JsonNode count : counts) {
                if (count.get(0).asText().equals(facet.facet())) {
                    count(json, facet, count);
                }
            }
        }
        json.writeEndArray();
    }

    private static void count(JsonGenerator json, Selection.FacetCount facet, JsonNode count) throws IOException {
        json.writeStartObject();
        for (Selection.Property part : facet.parts()) {
            json.writeFieldName(part.key());
            switch (part.name()) {
                case "value" -> json.writeString(count.get(1).asText());
                case "count" -> json.writeNumber(count.get(2).asInt());
                default -> json.writeString(part.type());
            }
        }
        json.writeEndObject();
    }
}
