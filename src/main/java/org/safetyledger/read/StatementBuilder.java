package org.safetyledger.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.SortKey;

/** Builds the statements of one request: one for each field at the root, and one for its count where it is asked for. */
final class StatementBuilder {
    /** What one call of {@code json_build_array} takes. */
    private static final int JSON_CELLS = 100;

    private final ReadTypes types;
    private final Cursors cursors;
    private final ObjectMapper mapper;
    private final CoercedVariables variables;
    private final Caller caller;
    private final List<Sql> statements = new ArrayList<>();
    private int aliases;

    StatementBuilder(ReadTypes types, Cursors cursors, ObjectMapper mapper, CoercedVariables variables, Caller caller) {
        this.types = types;
        this.cursors = cursors;
        this.mapper = mapper;
        this.variables = variables;
        this.caller = caller;
    }

    List<Sql> statements() {
        return statements;
    }

    BoundRead root(Selection selection) {
        return switch (selection) {
            case Selection.TypeName typeName -> new BoundRead.TypeName(typeName.key(), typeName.name());
            case Selection.RootOne one -> one(one);
            case Selection.RootMany many -> many(many);
            default -> throw new Unreadable(selection.key());
        };
    }

    private BoundRead one(Selection.RootOne one) {
        require(one.root().permission());
        String id = arguments(one.arguments()).get("id", String.class);
        UUID uuid = NodeId.require(one.root().node(), id, "id");
        String alias = alias();
        Row row = new Row(alias);
        BoundRead.Fields fields = fields(one.fields(), row);
        statements.add(row.select(false)
                .append(" from " + one.fields().type().table() + " " + alias)
                .append(row.joins)
                .append(" where " + alias + ".id = ?", uuid));
        return new BoundRead.RootOne(one.key(), fields);
    }

    private BoundRead many(Selection.RootMany many) {
        require(many.root().permission());
        ReadArguments arguments = arguments(many.arguments());
        ListQuery<?> query = many.page().type().query(arguments);
        PageRequest request = arguments.page();
        Row row = new Row(alias());
        BoundRead.Page page = page(many.page(), row, query, request, null);
        statements.add(row.select(false)
                .append(" from (")
                .append(rows(many.page().type(), query, request, null))
                .append(") " + row.alias)
                .append(row.joins)
                .append(" order by " + query.order().orderBy(row.alias)));
        if (many.page().counted()) {
            statements.add(count(many.page().type(), query, null));
        }
        return new BoundRead.RootMany(many.key(), page);
    }

    private BoundRead.Page page(
            Selection.Page selection, Row row, ListQuery<?> query, PageRequest request, @Nullable Integer countCell) {
        List<BoundRead.Fields> rows =
                selection.rows().stream().map(fields -> fields(fields, row)).toList();
        int orderCell = row.cells.size();
        for (SortKey<?> key : query.order().keys()) {
            row.cells.add(new Sql()
                    .append(
                            key.sqlType().equals("timestamptz")
                                    ? micros(row.alias + "." + key.column())
                                    : row.alias + "." + key.column() + "::text"));
        }
        return new BoundRead.Page(selection, rows, orderCell, query.order(), request, countCell);
    }

    private BoundRead.Fields fields(Selection.Fields fields, Row row) {
        int first = row.cells.size();
        List<BoundRead.Placed> parts = new ArrayList<>();
        for (Selection part : fields.parts()) {
            int cell = row.cells.size();
            parts.add(new BoundRead.Placed(part(part, row), cell));
        }
        return new BoundRead.Fields(parts, row.cells.size() - first);
    }

    private BoundRead part(Selection part, Row row) {
        return switch (part) {
            case Selection.TypeName typeName -> new BoundRead.TypeName(typeName.key(), typeName.name());
            case Selection.Value value -> {
                row.cells.add(new Sql().append(expression(value.column(), row.alias)));
                yield new BoundRead.Value(value.key(), value.column());
            }
            case Selection.Single single -> single(single, row);
            case Selection.Many many -> nested(many, row);
            default -> throw new Unreadable(part.key());
        };
    }

    private BoundRead single(Selection.Single single, Row row) {
        ReadType.Reference reference = single.reference();
        Permission permission = reference.permission();
        if (permission != null && !caller.may(permission)) {
            return new BoundRead.Single(single.key(), false, false, new BoundRead.Fields(List.of(), 0));
        }
        String alias = alias();
        ReadType target = types.named(reference.type());
        // Lateral and limited, so that whatever the planner expects, each row's one partner is found by its key.
        row.joins.append(" left join lateral (select r.* from " + target.table() + " r where r." + reference.key()
                + " = " + row.alias + "." + reference.column() + " limit 1) " + alias + " on true");
        row.cells.add(new Sql().append(alias + "." + reference.key() + " is not null"));
        Row joined = new Row(alias, row);
        return new BoundRead.Single(single.key(), reference.required(), true, fields(single.fields(), joined));
    }

    private BoundRead nested(Selection.Many many, Row row) {
        ReadType.Children children = many.children();
        require(children.permission());
        ReadArguments arguments = arguments(many.arguments());
        ListQuery<?> query = many.page().type().query(arguments);
        PageRequest request = arguments.page();
        ReadType type = many.page().type();
        String parent = "t." + children.column() + " = " + row.alias + ".id";
        String lateral = alias();
        row.cells.add(new Sql().append(lateral + ".list"));
        Integer countCell = null;
        if (many.page().counted()) {
            countCell = 1;
            row.cells.add(
                    new Sql().append("(").append(count(type, query, parent)).append(")"));
        }
        Row child = new Row(alias());
        BoundRead.Page page = page(many.page(), child, query, request, countCell);
        row.joins
                .append(" left join lateral (")
                .append(child.select(true))
                .append(" order by " + query.order().orderBy(child.alias) + ") list from (")
                .append(rows(type, query, request, parent))
                .append(") " + child.alias)
                .append(child.joins)
                .append(") " + lateral + " on true");
        return new BoundRead.Many(many.key(), page);
    }

    private Sql rows(ReadType type, ListQuery<?> query, PageRequest request, @Nullable String parent) {
        Map<String, Object> values = new HashMap<>(query.conditions().parameters());
        values.put("pageLimit", request.first() + 1);
        if (request.after() != null) {
            List<String> sealed = cursors.open(query.order().name(), request.after());
            for (int i = 0; i < sealed.size(); i++) {
                values.put("cursor" + i, sealed.get(i));
            }
        }
        return new Sql()
                .appendNamed(
                        KeysetLists.rows(
                                type.table(),
                                query.conditions(),
                                query.order(),
                                request,
                                parent == null ? List.of() : List.of(parent)),
                        values);
    }

    private static Sql count(ReadType type, ListQuery<?> query, @Nullable String parent) {
        return new Sql()
                .appendNamed(
                        KeysetLists.count(
                                type.table(), query.conditions(), parent == null ? List.of() : List.of(parent)),
                        query.conditions().parameters());
    }

    private static String expression(ReadType.Column column, String alias) {
        String expression = column.expression().replace("$", alias);
        return switch (column.kind()) {
            case TIME -> micros(expression);
            case DAY -> expression + "::text";
            default -> expression;
        };
    }

    private static String micros(String expression) {
        return "(extract(epoch from " + expression + ") * 1000000)::bigint";
    }

    private ReadArguments arguments(Selection.Arguments arguments) {
        return new ReadArguments(
                ValuesResolver.getArgumentValues(
                        arguments.defined(), arguments.given(), variables, GraphQLContext.getDefault(), Locale.ROOT),
                mapper);
    }

    private void require(Permission permission) {
        if (!caller.may(permission)) {
            throw new Unreadable(permission.name());
        }
    }

    private String alias() {
        return "a" + aliases++;
    }

    /** One row's cells and joins as they are put together; what is joined to a row adds to the same. */
    private static final class Row {
        private final String alias;
        private final List<Sql> cells;
        private final Sql joins;

        Row(String alias) {
            this.alias = alias;
            this.cells = new ArrayList<>();
            this.joins = new Sql();
        }

        Row(String alias, Row row) {
            this.alias = alias;
            this.cells = row.cells;
            this.joins = row.joins;
        }

        /** @param json the cells as one JSON array per row, all rows in one list that is left open for its order */
        Sql select(boolean json) {
            if (json && cells.size() > JSON_CELLS) {
                throw new Unreadable("cells");
            }
            Sql all = cells.isEmpty() ? new Sql().append("1") : Sql.join(", ", cells);
            return json
                    ? new Sql()
                            .append("select json_agg(json_build_array(")
                            .append(all)
                            .append(")")
                    : new Sql().append("select ").append(all);
        }
    }
}
