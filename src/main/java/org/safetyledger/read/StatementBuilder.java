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
import java.util.stream.Collectors;
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
        RowBuilder row = RowBuilder.ofResult(alias());
        BoundRead.Fields fields = fields(one.fields(), row);
        statements.add(row.select()
                .append(" from " + one.fields().type().table() + " " + row.alias())
                .append(row.joins())
                .append(" where " + row.column("id") + " = ?", uuid));
        return new BoundRead.RootOne(one.key(), fields);
    }

    private BoundRead many(Selection.RootMany many) {
        require(many.root().permission());
        ReadArguments arguments = arguments(many.arguments());
        ListQuery<?> query = many.page().type().query(arguments);
        PageRequest request = arguments.page();
        RowBuilder row = RowBuilder.ofResult(alias());
        BoundRead.Page page = page(many.page(), row, query, request, null);
        statements.add(row.select()
                .append(" from (")
                .append(rows(page, row, query, null))
                .append(") " + row.alias())
                .append(row.joins())
                .append(" order by " + query.order().orderBy(row.alias())));
        if (many.page().counted()) {
            statements.add(count(many.page().type(), query, null));
        }
        return new BoundRead.RootMany(many.key(), page);
    }

    private BoundRead.Page page(
            Selection.Page selection,
            RowBuilder row,
            ListQuery<?> query,
            PageRequest request,
            @Nullable Integer countCell) {
        List<BoundRead.Fields> rows =
                selection.rows().stream().map(fields -> fields(fields, row)).toList();
        int orderCell = row.width();
        for (SortKey<?> key : query.order().keys()) {
            String column = row.column(key.column());
            if (selection.hasCursors()) {
                row.add(key.sqlType().equals("timestamptz") ? micros(column) : column + "::text");
            }
        }
        return new BoundRead.Page(selection, rows, orderCell, query.order(), request, countCell);
    }

    private BoundRead.Fields fields(Selection.Fields fields, RowBuilder row) {
        int first = row.width();
        List<BoundRead.Placed> parts = new ArrayList<>();
        for (Selection part : fields.parts()) {
            int cell = row.width();
            parts.add(new BoundRead.Placed(part(part, row), cell));
        }
        return new BoundRead.Fields(parts, row.width() - first);
    }

    private BoundRead part(Selection part, RowBuilder row) {
        return switch (part) {
            case Selection.TypeName typeName -> new BoundRead.TypeName(typeName.key(), typeName.name());
            case Selection.Value value -> {
                row.add(row.value(value.column()));
                yield new BoundRead.Value(value.key(), value.column());
            }
            case Selection.Derived derived -> {
                row.add(row.derived(derived.field()));
                yield new BoundRead.Derived(
                        derived.key(), stored -> derived.field().view().of(stored, caller), derived.parts());
            }
            case Selection.Single single -> single(single, row);
            case Selection.All all -> all(all, row);
            case Selection.Many many -> nested(many, row);
            default -> throw new Unreadable(part.key());
        };
    }

    private BoundRead single(Selection.Single single, RowBuilder row) {
        ReadType.Reference reference = single.reference();
        Permission permission = reference.permission();
        if (permission != null && !caller.may(permission)) {
            return new BoundRead.Single(single.key(), false, false, new BoundRead.Fields(List.of(), 0));
        }
        RowBuilder joined = row.joined(alias());
        row.add(joined.column(reference.key()) + " is not null");
        BoundRead.Fields fields = fields(single.fields(), joined);
        // Lateral and limited, so that whatever the planner expects, each row's one partner is found by its key.
        row.joins()
                .append(" left join lateral (select " + joined.columns("r") + " from "
                        + types.named(reference.type()).table() + " r where r." + reference.key() + " = "
                        + row.column(reference.column()) + " limit 1) " + joined.alias() + " on true")
                .append(joined.joins());
        return new BoundRead.Single(single.key(), reference.required(), true, fields);
    }

    private BoundRead nested(Selection.Many many, RowBuilder row) {
        ReadType.Children children = many.children();
        require(children.permission());
        ReadArguments arguments = arguments(many.arguments());
        ReadType type = many.page().type();
        ListQuery<?> query = type.query(arguments);
        String parent = "t." + children.column() + " = " + row.column("id");
        String lateral = alias();
        row.add(lateral + ".list");
        Integer countCell = null;
        if (many.page().counted()) {
            countCell = 1;
            row.add(new Sql().append("(").append(count(type, query, parent)).append(")"));
        }
        RowBuilder child = RowBuilder.ofList(alias());
        BoundRead.Page page = page(many.page(), child, query, arguments.page(), countCell);
        joinList(row, lateral, child, query.order().orderBy(child.alias()), rows(page, child, query, parent));
        return new BoundRead.Many(many.key(), page);
    }

    private BoundRead all(Selection.All all, RowBuilder row) {
        ReadType.Members members = all.members();
        String lateral = alias();
        row.add(lateral + ".list");
        RowBuilder member = RowBuilder.ofList(alias());
        BoundRead.Fields fields = fields(all.fields(), member);
        String order = members.order().stream().map(member::column).collect(Collectors.joining(", "));
        Sql rows = new Sql()
                .append("select " + member.columns("t") + " from "
                        + all.fields().type().table() + " t where t." + members.column() + " = "
                        + row.column(members.key()));
        joinList(row, lateral, member, order, rows);
        return new BoundRead.All(all.key(), fields);
    }

    /** Joins the rows to the parent as one array, which its cell {@code lateral.list} holds. */
    private static void joinList(RowBuilder parent, String lateral, RowBuilder child, String order, Sql rows) {
        parent.joins()
                .append(" left join lateral (")
                .append(child.select())
                .append(" order by " + order + ") list from (")
                .append(rows)
                .append(") " + child.alias())
                .append(child.joins())
                .append(") " + lateral + " on true");
    }

    private Sql rows(BoundRead.Page page, RowBuilder row, ListQuery<?> query, @Nullable String parent) {
        PageRequest request = page.request();
        Map<String, Object> values = new HashMap<>(query.conditions().parameters());
        // One more than the page has tells whether there is a next page.
        values.put("pageLimit", page.selection().hasInfo() ? request.first() + 1 : request.first());
        if (request.after() != null) {
            List<String> sealed = cursors.open(query.order().name(), request.after());
            for (int i = 0; i < sealed.size(); i++) {
                values.put("cursor" + i, sealed.get(i));
            }
        }
        String table = page.selection().type().table();
        List<String> more = parent == null ? List.of() : List.of(parent);
        return new Sql()
                .appendNamed(
                        KeysetLists.rows(row.columns("t"), table, query.conditions(), query.order(), request, more),
                        values);
    }

    private static Sql count(ReadType type, ListQuery<?> query, @Nullable String parent) {
        return new Sql()
                .appendNamed(
                        KeysetLists.count(
                                type.table(), query.conditions(), parent == null ? List.of() : List.of(parent)),
                        query.conditions().parameters());
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
}
