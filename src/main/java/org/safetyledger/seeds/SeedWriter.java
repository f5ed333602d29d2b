package org.safetyledger.seeds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one file: new ones are inserted, changed ones updated, equal ones left alone, none deleted. */
final class SeedWriter {

    private static final int BATCH = 500;

    private final SeedFile file;
    private final List<Target> targets;

    SeedWriter(SeedFile file) {
        this.file = file;
        Stream<Target> direct = file.columns().stream().flatMap(SeedWriter::direct);
        this.targets = Stream.concat(direct, file.targets().stream()).toList();
    }

    private static Stream<Target> direct(Column column) {
        return column.target() == null
                ? Stream.empty()
                : Stream.of(new Target(column.target(), "?", List.of(column.name()), false));
    }

    /** Returns how many rows it inserted or updated. */
    int write(Connection connection, List<Row> rows) throws SQLException {
        int changed = 0;
        try (PreparedStatement statement = connection.prepareStatement(upsert())) {
            for (int start = 0; start < rows.size(); start += BATCH) {
                for (Row row : rows.subList(start, Math.min(start + BATCH, rows.size()))) {
                    bind(statement, row);
                    statement.addBatch();
                }
                changed += Arrays.stream(statement.executeBatch()).sum();
            }
        }
        return changed;
    }

    String upsert() {
        List<String> columns =
                new ArrayList<>(targets.stream().map(Target::column).toList());
        List<String> values =
                new ArrayList<>(targets.stream().map(Target::expression).toList());
        List<String> compared = targets.stream()
                .filter(target -> !target.kept() && !file.conflict().contains(target.column()))
                .map(Target::column)
                .toList();
        List<String> changes = new ArrayList<>(compared.stream()
                .map(column -> column + " = excluded." + column)
                .toList());
        if (file.id() != null) {
            columns.addFirst("id");
            values.addFirst("?");
        }
        if (file.versioned()) {
            columns.add("version");
            values.add("1");
            changes.add("version = present.version + 1");
        }
        return """
                insert into %s as present (%s) values (%s)
                on conflict (%s) do update set %s
                where (%s) is distinct from (%s)""".formatted(
                        file.table(),
                        String.join(", ", columns),
                        String.join(", ", values),
                        String.join(", ", file.conflict()),
                        String.join(", ", changes),
                        prefixed("present.", compared),
                        prefixed("excluded.", compared));
    }

    private static String prefixed(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private void bind(PreparedStatement statement, Row row) throws SQLException {
        int position = 1;
        if (file.id() != null) {
            statement.setObject(position++, file.id().apply(row));
        }
        for (Target target : targets) {
            for (String input : target.inputs()) {
                statement.setObject(position++, parameter(row.value(input)));
            }
        }
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        return value instanceof List<?> parts
                ? parts.stream().map(Object::toString).toArray(String[]::new)
                : value;
    }
}
