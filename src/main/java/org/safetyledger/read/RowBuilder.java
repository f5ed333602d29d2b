package org.safetyledger.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row of a statement as it is put together: what it takes of its table, what is joined to it, and the cells of the
 * answer, which it shares with the rows joined to it.
 */
final class RowBuilder {
    /** What one call of {@code json_build_array} takes: a row of more cells is an array of such arrays. */
    static final int CHUNK = 100;

    private final String alias;
    private final boolean json;
    private final List<Sql> cells;
    private final Map<String, Integer> known = new HashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Sql joins = new Sql();

    private RowBuilder(String alias, boolean json, List<Sql> cells) {
        this.alias = alias;
        this.json = json;
        this.cells = cells;
    }

    /** A row whose cells are the columns of a result. */
    static RowBuilder ofResult(String alias) {
        return new RowBuilder(alias, false, new ArrayList<>());
    }

    /** A row whose cells are a JSON array, one of a list. */
    static RowBuilder ofList(String alias) {
        return new RowBuilder(alias, true, new ArrayList<>());
    }

    RowBuilder joined(String joinedAlias) {
        return new RowBuilder(joinedAlias, json, cells);
    }

    String alias() {
        return alias;
    }

    Sql joins() {
        return joins;
    }

    int width() {
        return cells.size();
    }

    /** The place of a cell with this expression, which is added where there is none yet. */
    int cell(String expression) {
        return known.computeIfAbsent(expression, absent -> {
            add(absent);
            return width() - 1;
        });
    }

    void add(String cell) {
        cells.add(new Sql().append(cell));
    }

    void add(Sql cell) {
        cells.add(cell);
    }

    /** Takes a column of the table. */
    String column(String name) {
        columns.add(name);
        return alias + "." + name;
    }

    /** Takes what a column of the type stands for; JSON has its own form of times and days. */
    String value(ReadField.Column column) {
        columns.addAll(column.names());
        String expression = column.expression().replace("$", alias);
        return switch (column.kind()) {
            case TIME, DAY -> json ? expression : expression + "::text";
            default -> expression;
        };
    }

    /** Takes stored JSON as text, so that numbers keep all their digits inside the JSON of a list. */
    String derived(ReadField.Derived field) {
        columns.addAll(field.names());
        return "(" + field.expression().replace("$", alias) + ")::text";
    }

    /** The columns that were taken, of the table under another alias: reading all of a wide row is dear. */
    String columns(String tableAlias) {
        return columns.stream().map(name -> tableAlias + "." + name).collect(Collectors.joining(", "));
    }

    boolean isChunked() {
        return json && cells.size() > CHUNK;
    }

    /** The cells, of a list as one JSON array per row and all rows in one that is left open for its order. */
    Sql select() {
        if (!json) {
            return new Sql().append("select ").append(cells.isEmpty() ? new Sql().append("1") : Sql.join(", ", cells));
        }
        if (!isChunked()) {
            return new Sql().append("select json_agg(").append(array(cells));
        }
        List<Sql> chunks = new ArrayList<>();
        for (int first = 0; first < cells.size(); first += CHUNK) {
            chunks.add(array(cells.subList(first, Math.min(first + CHUNK, cells.size()))));
        }
        return new Sql().append("select json_agg(").append(array(chunks));
    }

    private static Sql array(List<Sql> elements) {
        return new Sql()
                .append("json_build_array(")
                .append(Sql.join(", ", elements))
                .append(")");
    }
}
