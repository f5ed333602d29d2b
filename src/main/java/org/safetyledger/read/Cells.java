package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cells of one row, from 0 on: a row of a result, or an array in one that the database made of a list's row. */
sealed interface Cells {
    boolean isNull(int index);

    String text(int index);

    long number(int index);

    double decimal(int index);

    boolean truth(int index);

    UUID uuid(int index);

    /** An instant as ISO 8601 writes it, in the time zone of the connection. */
    String time(int index);

    /** The rows of a nested list; null where there are none. */
    @Nullable
    JsonNode rows(int index);

    /** The rows of a result, taken out of it: a page is written more than once when nodes and edges are selected. */
    static List<Cells> all(ResultSet result, ObjectMapper mapper) throws SQLException {
        List<Cells> rows = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
            @Nullable Object[] values = new Object[width];
            for (int i = 0; i < width; i++) {
                values[i] = result.getObject(i + 1);
            }
            rows.add(new OfResult(values, mapper));
        }
        return rows;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record OfResult(@Nullable Object[] values, ObjectMapper mapper) implements Cells {
        @Override
        public boolean isNull(int index) {
            return values[index] == null;
        }

        @Override
        public String text(int index) {
            return String.valueOf(values[index]);
        }

        @Override
        public long number(int index) {
            return ((Number) Objects.requireNonNull(values[index])).longValue();
        }

        @Override
        public double decimal(int index) {
            return ((Number) Objects.requireNonNull(values[index])).doubleValue();
        }

        @Override
        public boolean truth(int index) {
            return (Boolean) Objects.requireNonNull(values[index]);
        }

        @Override
        public UUID uuid(int index) {
            return (UUID) Objects.requireNonNull(values[index]);
        }

        @Override
        public String time(int index) {
            String time = text(index).replace(' ', 'T');
            char sign = time.charAt(time.length() - 3);
            return sign == '+' || sign == '-' ? time + ":00" : time;
        }

        @Override
        public @Nullable JsonNode rows(int index) {
            Object json = values[index];
            try {
                return json == null ? null : mapper.readTree(json.toString());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The database makes JSON", e);
            }
        }
    }

    /** @param chunked whether the cells are in chunks, because there are more than one array may have */
    record OfArray(JsonNode array, boolean chunked) implements Cells {
        private JsonNode cell(int index) {
            return chunked ? array.get(index / RowBuilder.CHUNK).get(index % RowBuilder.CHUNK) : array.get(index);
        }

        @Override
        public boolean isNull(int index) {
            return cell(index).isNull();
        }

        @Override
        public String text(int index) {
            return cell(index).asText();
        }

        @Override
        public long number(int index) {
            return cell(index).asLong();
        }

        @Override
        public double decimal(int index) {
            return cell(index).asDouble();
        }

        @Override
        public boolean truth(int index) {
            return cell(index).asBoolean();
        }

        @Override
        public UUID uuid(int index) {
            return UUID.fromString(cell(index).asText());
        }

        @Override
        public String time(int index) {
            return text(index);
        }

        @Override
        public @Nullable JsonNode rows(int index) {
            JsonNode rows = cell(index);
            return rows.isNull() ? null : rows;
        }
    }
}
