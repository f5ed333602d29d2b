package org.safetyledger.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.safetyledger.graphql.InvisibleCharacters;

/** Reads one file and checks all of it before any row is written. */
final class SeedReader {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final SeedFile file;
    private final KnownKeys known;
    private final BadCells bad;
    private final List<Row> rows = new ArrayList<>();
    private final List<Map<String, Long>> lineOfKey = new ArrayList<>();
    private final Map<List<String>, Validities> validities = new HashMap<>();

    SeedReader(SeedFile file, KnownKeys known) {
        this.file = file;
        this.known = known;
        this.bad = new BadCells(file.name());
        file.distinct().forEach(any -> lineOfKey.add(new HashMap<>()));
    }

    /** All rows in the file's order; throws {@link SeedsRejectedException} with every bad cell if there is one. */
    List<Row> read(byte[] content) {
        String text = decode(content);
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<Column> header = records.hasNext() ? header(records.next()) : missingHeader();
            bad.rejectIfAny();
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                readRow(line, header, records.next());
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException malformed) {
            bad.add(line, "", "", "the quoting from here on is not that of RFC 4180");
        }
        bad.rejectIfAny();
        return rows;
    }

    private String decode(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            long line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            bad.add(line, "", "", "is not UTF-8");
            bad.rejectIfAny();
        }
        String decoded = text.flip().toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private List<Column> missingHeader() {
        bad.add(1, "", "", "there is no header");
        return List.of();
    }

    private List<Column> header(CSVRecord names) {
        List<Column> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : names) {
            String name = cell.strip();
            Optional<Column> column = file.columns().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            column.ifPresentOrElse(header::add, () -> bad.add(1, name, name, "is not a column of this file"));
            if (!seen.add(name)) {
                bad.add(1, name, name, "is there twice");
            }
        }
        for (Column column : file.columns()) {
            if (!seen.contains(column.name()) && !column.later()) {
                bad.add(1, column.name(), "", "the column is missing");
            }
        }
        return header;
    }

    private void readRow(long line, List<Column> header, CSVRecord record) {
        if (record.size() == 1 && record.get(0).isBlank()) {
            return;
        }
        if (record.size() != header.size()) {
            bad.add(line, "", "", "has %d cells instead of %d".formatted(record.size(), header.size()));
            return;
        }
        Map<String, Object> cells = new HashMap<>();
        Set<String> badColumns = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            Column column = header.get(i);
            String cell = record.get(i);
            Optional<String> reason = accept(column, cell, cells);
            reason.ifPresent(why -> {
                bad.add(line, column.name(), cell, why);
                badColumns.add(column.name());
            });
        }
        Row row = new Row(line, cells, badColumns);
        checkRules(row);
        checkLookups(row);
        checkDistinct(row);
        checkApart(row);
        rows.add(row);
        if (file.defines() != null && !row.hasBadOf(file.key())) {
            known.add(file.defines(), row.key(file.key()));
        }
    }

    /** Puts the cell's value among the others, or tells why not. */
    private static Optional<String> accept(Column column, String cell, Map<String, Object> cells) {
        OptionalInt invisible = InvisibleCharacters.firstIn(cell);
        if (invisible.isPresent()) {
            return Optional.of("has a control or invisible character (U+%04X)".formatted(invisible.getAsInt()));
        }
        String text = cell.strip();
        if (text.isEmpty()) {
            return column.required() ? Optional.of("the value is missing") : Optional.empty();
        }
        Optional<Object> value = column.format().parse().apply(text);
        value.ifPresent(present -> cells.put(column.name(), present));
        return value.isPresent()
                ? Optional.empty()
                : Optional.of(column.format().reason());
    }

    private void checkRules(Row row) {
        for (RowRule rule : file.rules()) {
            if (!rule.holds().test(row)) {
                String value = row.text(rule.column());
                bad.add(row.line(), rule.column(), value == null ? "" : value, rule.reason());
            }
        }
    }

    private void checkLookups(Row row) {
        for (SeedFile.Lookup lookup : file.lookups()) {
            List<String> columns = lookup.columns();
            if (row.hasBadOf(columns) || row.hasNoneOf(columns)) {
                continue;
            }
            List<?> keys = row.value(columns.getFirst()) instanceof List<?> parts ? parts : List.of(row.key(columns));
            for (Object key : keys) {
                if (!known.contains(lookup.reference(), key.toString())) {
                    bad.add(row.line(), String.join("+", columns), key.toString(), unknown(lookup.reference()));
                }
            }
        }
    }

    private String unknown(Reference reference) {
        String where = reference == file.defines() ? ", neither in the database nor above this row" : "";
        return "is an unknown " + reference.noun() + where;
    }

    private void checkApart(Row row) {
        file.apart()
                .forEach(columns -> validities
                        .computeIfAbsent(columns, any -> new Validities())
                        .shared(row, columns)
                        .ifPresent(line -> bad.add(
                                row.line(),
                                "valid_from",
                                String.valueOf(row.text("valid_from")),
                                "the row on line " + line + " for the same " + String.join(" and ", columns)
                                        + " is valid at the same time")));
    }

    private void checkDistinct(Row row) {
        for (int i = 0; i < lineOfKey.size(); i++) {
            List<String> columns = file.distinct().get(i);
            if (row.hasBadOf(columns) || row.hasNoneOf(columns)) {
                continue;
            }
            String key = row.key(columns);
            Long earlier = lineOfKey.get(i).putIfAbsent(key, row.line());
            if (earlier != null) {
                bad.add(row.line(), String.join("+", columns), key, "is already on line " + earlier);
            }
        }
    }
}
