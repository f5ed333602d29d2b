package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.NodeId;

/** Writes what was read as the answer's JSON, in the order of the selection. */
final class AnswerWriter {
    private final JsonGenerator json;
    private final Cursors cursors;
    private final ObjectMapper mapper;
    private final ObjectReader stored;

    AnswerWriter(JsonGenerator json, Cursors cursors, ObjectMapper mapper) {
        this.json = json;
        this.cursors = cursors;
        this.mapper = mapper;
        // Instants are stored as numbers with more digits than a binary fraction has.
        this.stored = mapper.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    void object(BoundRead.Fields fields, Cells cells) throws IOException {
        json.writeStartObject();
        for (BoundRead.Placed part : fields.parts()) {
            json.writeFieldName(part.read().key());
            part(part.read(), cells, part.cell());
        }
        json.writeEndObject();
    }

    private void objects(BoundRead.Fields fields, List<Cells> rows) throws IOException {
        json.writeStartArray();
        for (Cells row : rows) {
            object(fields, row);
        }
        json.writeEndArray();
    }

    private void part(BoundRead read, Cells cells, int cell) throws IOException {
        switch (read) {
            case BoundRead.TypeName typeName -> json.writeString(typeName.name());
            case BoundRead.Value value -> value(value.column(), cells, cell);
            case BoundRead.Derived derived -> derived(derived, cells, cell);
            case BoundRead.Single single -> {
                if (single.permitted() && cells.truth(cell)) {
                    object(single.fields(), cells);
                } else if (single.required()) {
                    throw new Unreadable(single.key());
                } else {
                    json.writeNull();
                }
            }
            case BoundRead.All all -> objects(all.fields(), rows(cells.rows(cell)));
            case BoundRead.Many many -> {
                Integer count = many.page().countCell();
                page(many.page(), rows(cells.rows(cell)), count == null ? 0 : cells.number(cell + count));
            }
            default -> throw new Unreadable(read.key());
        }
    }

    private void derived(BoundRead.Derived derived, Cells cells, int cell) throws IOException {
        if (cells.isNull(cell)) {
            json.writeNull();
        } else {
            properties(mapper.valueToTree(derived.view().apply(stored.readTree(cells.text(cell)))), derived.parts());
        }
    }

    private void properties(@Nullable JsonNode value, List<Selection.Property> parts) throws IOException {
        if (value == null || value.isNull()) {
            json.writeNull();
        } else if (value.isArray()) {
            json.writeStartArray();
            for (JsonNode element : value) {
                properties(element, parts);
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
                    properties(value.get(part.name()), part.parts());
                }
            }
            json.writeEndObject();
        }
    }

    private static List<Cells> rows(@Nullable JsonNode list) {
        List<Cells> rows = new ArrayList<>();
        if (list != null) {
            list.forEach(row -> rows.add(new Cells.OfArray(row)));
        }
        return rows;
    }

    private void value(ReadType.Column column, Cells cells, int cell) throws IOException {
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

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** @param found the rows, one more than the page has when there is a next page */
    void page(BoundRead.Page page, List<Cells> found, long total) throws IOException {
        boolean hasNext = found.size() > page.request().first();
        List<Cells> rows = hasNext ? found.subList(0, page.request().first()) : found;
        json.writeStartObject();
        int selected = 0;
        for (Selection part : page.selection().parts()) {
            json.writeFieldName(part.key());
            switch (part) {
                case Selection.TypeName typeName -> json.writeString(typeName.name());
                case Selection.TotalCount _ -> json.writeNumber(Math.toIntExact(total));
                case Selection.PageInfo info -> pageInfo(info, page, rows, hasNext);
                case Selection.Nodes _ -> {
                    BoundRead.Fields fields = page.rows().get(selected++);
                    objects(fields, rows);
                }
                case Selection.Edges edges -> selected = edges(edges, page, rows, selected);
                default -> throw new Unreadable(part.key());
            }
        }
        json.writeEndObject();
    }

    private int edges(Selection.Edges edges, BoundRead.Page page, List<Cells> rows, int firstSelected)
            throws IOException {
        int selected = firstSelected;
        json.writeStartArray();
        for (Cells row : rows) {
            selected = firstSelected;
            json.writeStartObject();
            for (Selection part : edges.parts()) {
                json.writeFieldName(part.key());
                switch (part) {
                    case Selection.TypeName typeName -> json.writeString(typeName.name());
                    case Selection.Cursor _ -> json.writeString(cursor(page, row));
                    case Selection.EdgeNode _ -> object(page.rows().get(selected++), row);
                    default -> throw new Unreadable(part.key());
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        return firstSelected
                + (int) edges.parts().stream()
                        .filter(Selection.EdgeNode.class::isInstance)
                        .count();
    }

    private void pageInfo(Selection.PageInfo info, BoundRead.Page page, List<Cells> rows, boolean hasNext)
            throws IOException {
        json.writeStartObject();
        for (Selection part : info.parts()) {
            json.writeFieldName(part.key());
            switch (part) {
                case Selection.TypeName typeName -> json.writeString(typeName.name());
                case Selection.PageInfoValue value -> {
                    switch (value.field()) {
                        case "hasNextPage" -> json.writeBoolean(hasNext);
                        case "hasPreviousPage" ->
                            json.writeBoolean(page.request().after() != null);
                        case "startCursor" -> json.writeString(rows.isEmpty() ? null : cursor(page, rows.getFirst()));
                        case "endCursor" -> json.writeString(rows.isEmpty() ? null : cursor(page, rows.getLast()));
                        default -> throw new Unreadable(value.field());
                    }
                }
                default -> throw new Unreadable(part.key());
            }
        }
        json.writeEndObject();
    }

    private String cursor(BoundRead.Page page, Cells row) {
        List<String> values = new ArrayList<>();
        int cell = page.orderCell();
        for (var key : page.order().keys()) {
            values.add(
                    key.sqlType().equals("timestamptz")
                            ? instant(row.number(cell)).toString()
                            : row.text(cell));
            cell++;
        }
        return cursors.seal(page.order().name(), values);
    }
}
