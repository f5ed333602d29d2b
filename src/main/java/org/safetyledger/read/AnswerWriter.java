package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.UserError;

/** Writes what was read as the answer's JSON, in the order of the selection, and tells which fields were refused. */
final class AnswerWriter {
    /** Each row of a list may have a refused field; the first tell of all. */
    private static final int MOST_ERRORS = 100;

    private final JsonGenerator json;
    private final Cursors cursors;
    private final ValueWriter values;
    private final List<Object> path = new ArrayList<>();
    private final List<RefusedField> refused = new ArrayList<>();

    AnswerWriter(JsonGenerator json, Cursors cursors, ObjectMapper mapper) {
        this.json = json;
        this.cursors = cursors;
        this.values = new ValueWriter(json, mapper);
    }

    List<RefusedField> refused() {
        return refused;
    }

    /** A field at the root whose value the action writes. */
    void root(String key, Writing value) throws IOException, SQLException {
        json.writeFieldName(key);
        path.add(key);
        value.write();
        path.removeLast();
    }

    @FunctionalInterface
    interface Writing {
        void write() throws IOException, SQLException;
    }

    void refuse(Refusal refusal) throws IOException {
        json.writeNull();
        if (refused.size() < MOST_ERRORS) {
            refused.add(new RefusedField(refusal, path));
        }
    }

    /** What a command comes to, written before. */
    void payload(ReadFlush.Written payload) throws IOException {
        json.writeRawValue(new String(payload.json(), StandardCharsets.UTF_8));
        payload.refused().forEach(field -> refused.add(field.below(path)));
    }

    /** The members of what a command comes to that was not carried out. */
    void refusedPayload(List<Selection> payload, List<UserError> errors) throws IOException {
        for (Selection part : payload) {
            json.writeFieldName(part.key());
            switch (part) {
                case Selection.TypeName typeName -> json.writeString(typeName.name());
                case Selection.UserErrors selected -> userErrors(errors, selected.parts());
                default -> json.writeNull();
            }
        }
    }

    void typeName(Selection named) throws IOException {
        json.writeString(((Selection.TypeName) named).name());
    }

    void userErrors(List<UserError> errors, List<Selection.Property> parts) throws IOException {
        values.records(errors, parts);
    }

    void objectOrNull(BoundRead.Fields fields, @Nullable Cells cells) throws IOException {
        if (cells == null) {
            json.writeNull();
        } else {
            object(fields, cells);
        }
    }

    private void object(BoundRead.Fields fields, Cells cells) throws IOException {
        json.writeStartObject();
        parts(fields, cells);
        json.writeEndObject();
    }

    private void parts(BoundRead.Fields fields, Cells cells) throws IOException {
        for (BoundRead.Placed part : fields.parts()) {
            part(part.read(), cells, part.cell());
        }
    }

    /** The objects with these ids, by type and id; null where there is none. */
    void nodes(BoundRead.RootNodes nodes, Map<NodeId, Cells> found, boolean typed) throws IOException {
        if (!nodes.list()) {
            node(nodes, nodes.wanted().getFirst(), found, typed);
            return;
        }
        json.writeStartArray();
        for (int i = 0; i < nodes.wanted().size(); i++) {
            path.add(i);
            node(nodes, nodes.wanted().get(i), found, typed);
            path.removeLast();
        }
        json.writeEndArray();
    }

    private void node(BoundRead.RootNodes nodes, Optional<NodeId> wanted, Map<NodeId, Cells> found, boolean typed)
            throws IOException {
        NodeId id = wanted.orElse(null);
        Cells cells = id == null ? null : found.get(id);
        if (id == null || cells == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        if (typed) {
            json.writeStringField(NodeFields.TYPE, nodes.typeName(id.type()));
        }
        parts(nodes.fieldsOf(id.type()), cells);
        json.writeEndObject();
    }

    private void objects(BoundRead.Fields fields, List<Cells> rows) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < rows.size(); i++) {
            path.add(i);
            object(fields, rows.get(i));
            path.removeLast();
        }
        json.writeEndArray();
    }

    private void part(BoundRead read, Cells cells, int cell) throws IOException {
        json.writeFieldName(read.key());
        path.add(read.key());
        switch (read) {
            case BoundRead.TypeName typeName -> json.writeString(typeName.name());
            case BoundRead.Value value -> values.value(value.column(), cells, cell);
            case BoundRead.Derived derived -> values.derived(derived, cells, cell);
            case BoundRead.Single single -> single(single, cells, cell);
            case BoundRead.Hidden _ -> json.writeNull();
            case BoundRead.Refused field -> refuse(field.refusal());
            case BoundRead.All all -> objects(all.fields(), rows(cells.rows(cell), all.chunked()));
            case BoundRead.Many many -> {
                Integer count = many.page().countCell();
                page(
                        many.page(),
                        rows(cells.rows(cell), many.page().chunked()),
                        count == null ? 0 : cells.number(cell + count),
                        many.page().selection().facets().isEmpty() ? null : cells.rows(cell + (count == null ? 1 : 2)));
            }
            default -> throw new IllegalStateException(read.key());
        }
        path.removeLast();
    }

    private void single(BoundRead.Single single, Cells cells, int cell) throws IOException {
        if (cells.truth(cell)) {
            object(single.fields(), cells);
        } else if (single.required()) {
            throw new IllegalStateException("No row for " + path);
        } else {
            json.writeNull();
        }
    }

    private static List<Cells> rows(@Nullable JsonNode list, boolean chunked) {
        List<Cells> rows = new ArrayList<>();
        if (list != null) {
            list.forEach(row -> rows.add(new Cells.OfArray(row, chunked)));
        }
        return rows;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /**
     * @param found the rows, one more than the page has when there is a next page
     * @param counts by facets; null where none is asked for
     */
    void page(BoundRead.Page page, List<Cells> found, long total, @Nullable JsonNode counts) throws IOException {
        boolean hasNext = found.size() > page.request().first();
        List<Cells> rows = hasNext ? found.subList(0, page.request().first()) : found;
        json.writeStartObject();
        int selected = 0;
        for (Selection part : page.selection().parts()) {
            json.writeFieldName(part.key());
            path.add(part.key());
            switch (part) {
                case Selection.TypeName typeName -> json.writeString(typeName.name());
                case Selection.TotalCount _ ->
                    json.writeNumber(page.isExact(total) ? Math.toIntExact(total) : SearchSql.MOST_COUNTED);
                case Selection.TotalCountExact _ -> json.writeBoolean(page.isExact(total));
                case Selection.FacetCounts facets -> FacetWriter.write(json, facets, counts);
                case Selection.PageInfo info -> pageInfo(info, page, rows, hasNext);
                case Selection.Nodes _ -> {
                    BoundRead.Fields fields = page.rows().get(selected++);
                    objects(fields, rows);
                }
                case Selection.Edges edges -> selected = edges(edges, page, rows, selected);
                default -> throw new IllegalStateException(part.key());
            }
            path.removeLast();
        }
        json.writeEndObject();
    }

    private int edges(Selection.Edges edges, BoundRead.Page page, List<Cells> rows, int firstSelected)
            throws IOException {
        int selected = firstSelected;
        json.writeStartArray();
        for (int i = 0; i < rows.size(); i++) {
            Cells row = rows.get(i);
            path.add(i);
            selected = firstSelected;
            json.writeStartObject();
            for (Selection part : edges.parts()) {
                json.writeFieldName(part.key());
                path.add(part.key());
                switch (part) {
                    case Selection.TypeName typeName -> json.writeString(typeName.name());
                    case Selection.Cursor _ -> json.writeString(cursor(page, row));
                    case Selection.EdgeNode _ -> object(page.rows().get(selected++), row);
                    default -> throw new IllegalStateException(part.key());
                }
                path.removeLast();
            }
            json.writeEndObject();
            path.removeLast();
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
                        default -> throw new IllegalStateException(value.field());
                    }
                }
                default -> throw new IllegalStateException(part.key());
            }
        }
        json.writeEndObject();
    }

    private String cursor(BoundRead.Page page, Cells row) {
        List<String> values = new ArrayList<>();
        int cell = page.orderCell();
        for (SortKey key : page.order().keys()) {
            values.add(
                    key.sqlType().equals("timestamptz")
                            ? instant(row.number(cell)).toString()
                            : row.text(cell));
            cell++;
        }
        return cursors.seal(page.order().sealedName(), values);
    }
}
