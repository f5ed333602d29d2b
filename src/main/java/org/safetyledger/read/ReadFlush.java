package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.ReadScope;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/**
 * The statements of one request, sent together, and what their results are written as.
 *
 * @param roots in the order of the answer
 * @param typed whether objects by node ids tell their type, for the engine that goes on with them
 */
public record ReadFlush(List<BoundRead> roots, Sql statements, boolean typed, Cursors cursors, ObjectMapper mapper) {

    /** The JSON of an object with one member for each root, and the fields that were refused. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Written(byte[] json, List<RefusedField> refused) {}

    void bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object parameter : statements.parameters()) {
            bind(statement, index++, parameter);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object parameter) throws SQLException {
        Connection connection = statement.getConnection();
        switch (parameter) {
            case String text -> statement.setObject(index, ReadScope.text(text));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case null, default -> statement.setObject(index, parameter);
        }
    }

    /** @param executed whose present result is that of a statement before these */
    Written write(PreparedStatement executed) throws SQLException, IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = mapper.getFactory().createGenerator(answer)) {
            AnswerWriter writer = new AnswerWriter(json, cursors, mapper);
            json.writeStartObject();
            for (BoundRead root : roots) {
                writer.root(root.key(), () -> write(root, executed, json, writer));
            }
            json.writeEndObject();
            json.flush();
            return new Written(answer.toByteArray(), writer.refused());
        }
    }

    private void write(BoundRead root, PreparedStatement executed, JsonGenerator json, AnswerWriter writer)
            throws SQLException, IOException {
        switch (root) {
            case BoundRead.TypeName typeName -> json.writeString(typeName.name());
            case BoundRead.Refused field -> writer.refuse(field.refusal());
            case BoundRead.RootOne one -> {
                List<Cells> found = Cells.all(next(executed), mapper);
                writer.objectOrNull(one.fields(), found.isEmpty() ? null : found.getFirst());
            }
            case BoundRead.Changed changed -> {
                List<Cells> found = Cells.all(next(executed), mapper);
                if (found.isEmpty()) {
                    throw Refusal.of(ErrorCode.NOT_FOUND);
                }
                writer.objectOrNull(changed.fields(), found.getFirst());
            }
            case BoundRead.NoErrors _ -> writer.userErrors(List.of(), List.of());
            case BoundRead.RootMany many -> page(many, executed, writer);
            case BoundRead.RootNodes nodes -> writer.nodes(nodes, found(nodes, executed), typed);
            default -> throw new IllegalStateException(root.key());
        }
    }

    private void page(BoundRead.RootMany many, PreparedStatement executed, AnswerWriter writer)
            throws SQLException, IOException {
        Refusal refusal = null;
        for (Refusal guard : many.guards()) {
            boolean holds = next(executed).next();
            refusal = holds || refusal != null ? refusal : guard;
        }
        List<Cells> rows = Cells.all(next(executed), mapper);
        long total = 0;
        if (many.page().selection().counted() && !many.page().isCountedByFacets()) {
            ResultSet count = next(executed);
            count.next();
            total = count.getLong(1);
        }
        JsonNode facets = null;
        if (!many.page().selection().facets().isEmpty()) {
            ResultSet counts = next(executed);
            counts.next();
            facets = mapper.readTree(counts.getString(1));
            total = many.page().isCountedByFacets() ? FacetWriter.total(facets) : total;
        }
        if (refusal == null) {
            writer.page(many.page(), rows, total, facets);
        } else {
            writer.refuse(refusal);
        }
    }

    private Map<NodeId, Cells> found(BoundRead.RootNodes nodes, PreparedStatement executed) throws SQLException {
        Map<NodeId, Cells> found = new HashMap<>();
        for (NodeType type : nodes.fields().keySet()) {
            for (Cells row : Cells.all(next(executed), mapper)) {
                found.put(new NodeId(type, row.uuid(0)), row);
            }
        }
        return found;
    }

    private static ResultSet next(PreparedStatement executed) throws SQLException {
        if (!executed.getMoreResults()) {
            throw new IllegalStateException("A statement of the flush gave no rows");
        }
        return executed.getResultSet();
    }
}
