package org.safetyledger.read;

import graphql.execution.CoercedVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Puts what is selected of a row into it: its cells, what is joined to it, and the lists below it. */
final class FieldBuilder {
    private final ReadTypes types;
    private final Cursors cursors;
    private final CoercedVariables variables;
    private final Caller caller;
    private int aliases;

    FieldBuilder(ReadTypes types, Cursors cursors, CoercedVariables variables, Caller caller) {
        this.types = types;
        this.cursors = cursors;
        this.variables = variables;
        this.caller = caller;
    }

    /**
     * A page asked for, with the values of the order's columns in the row behind which it begins.
     *
     * @param ofTrades whether the caller sees only rows of some trades, which lie between those of others
     */
    record Window(PageRequest request, List<String> behind, boolean ofTrades) {}

    Window window(ListQuery query, ReadArguments arguments) {
        query.conditions().requireTold(caller);
        PageRequest request = arguments.page();
        String after = request.after();
        return new Window(
                request,
                after == null ? List.of() : cursors.open(query.order().sealedName(), after),
                caller.role() == Role.DEPARTMENT_OFFICER);
    }

    BoundRead.Page page(
            Selection.Page selection, RowBuilder row, ListQuery query, Window window, @Nullable Integer countCell) {
        List<BoundRead.Fields> rows =
                selection.rows().stream().map(fields -> fields(fields, row)).toList();
        int orderCell = row.width();
        for (SortKey key : query.order().keys()) {
            String column = row.column(key.column());
            if (selection.hasCursors()) {
                row.add(key.sqlType().equals("timestamptz") ? micros(column) : column + "::text");
            }
        }
        return new BoundRead.Page(
                selection,
                rows,
                orderCell,
                query.order(),
                window.request(),
                countCell,
                row.isChunked(),
                query.conditions().searching());
    }

    BoundRead.Fields fields(Selection.Fields fields, RowBuilder row) {
        return new BoundRead.Fields(
                fields.parts().stream().map(part -> placed(part, row)).toList());
    }

    /** What is asked for under several names has one cell. */
    private BoundRead.Placed placed(Selection part, RowBuilder row) {
        return switch (part) {
            case Selection.Value value ->
                new BoundRead.Placed(
                        new BoundRead.Value(value.key(), value.column()), row.cell(row.value(value.column())));
            case Selection.Derived derived -> {
                BoundRead read = derivedOrRefused(derived);
                int cell = read instanceof BoundRead.Refused ? row.width() : row.cell(row.derived(derived.field()));
                yield new BoundRead.Placed(read, cell);
            }
            default -> {
                int cell = row.width();
                yield new BoundRead.Placed(part(part, row), cell);
            }
        };
    }

    private BoundRead derivedOrRefused(Selection.Derived derived) {
        try {
            ReadField.View view = derived.field().views().with(arguments(derived.arguments()));
            return new BoundRead.Derived(
                    derived.key(),
                    stored -> view.of(stored, caller),
                    derived.field().most(),
                    derived.parts());
        } catch (Refusal refusal) {
            return new BoundRead.Refused(derived.key(), refusal);
        }
    }

    private BoundRead part(Selection part, RowBuilder row) {
        return switch (part) {
            case Selection.TypeName typeName -> new BoundRead.TypeName(typeName.key(), typeName.name());
            case Selection.Single single -> single(single, row);
            case Selection.All all -> all(all, row);
            case Selection.Many many -> nestedOrRefused(many, row);
            default -> throw new IllegalStateException(part.key());
        };
    }

    private BoundRead single(Selection.Single single, RowBuilder row) {
        ReadField.Reference reference = single.reference();
        ReadList list = types.named(reference.target()).list();
        if (list != null && !caller.may(list.permission())) {
            return new BoundRead.Hidden(single.key());
        }
        RowBuilder joined = row.joined(alias());
        row.add(joined.column(reference.keys().getFirst()) + " is not null");
        BoundRead.Fields fields = fields(single.fields(), joined);
        String named = IntStream.range(0, reference.keys().size())
                .mapToObj(i -> "r." + reference.keys().get(i) + " = "
                        + row.column(reference.columns().get(i)))
                .collect(Collectors.joining(" and "));
        // Lateral and limited, so that whatever the planner expects, each row's one partner is found by its key.
        row.joins()
                .append(" left join lateral (select " + joined.columns("r") + " from "
                        + types.named(reference.target()).table() + " r where " + named + " limit 1) "
                        + joined.alias() + " on true")
                .append(joined.joins());
        return new BoundRead.Single(single.key(), reference.said().isRequired(), fields);
    }

    private BoundRead nestedOrRefused(Selection.Many many, RowBuilder row) {
        try {
            return nested(many, row);
        } catch (Refusal refusal) {
            return new BoundRead.Refused(many.key(), refusal);
        }
    }

    /** Whatever may be refused is looked at before the row is given anything. */
    private BoundRead nested(Selection.Many many, RowBuilder row) {
        ReadType type = many.page().type();
        ReadList list = type.requiredList();
        require(list.permission());
        ReadArguments arguments = arguments(many.arguments());
        ListQuery query = list.query(arguments);
        Window window = window(query, arguments);
        List<String> parent = List.of("t." + many.children().column() + " = "
                + row.column(many.children().key()));
        String lateral = alias();
        row.add(lateral + ".list");
        Integer countCell = null;
        if (many.page().counted()) {
            countCell = 1;
            row.add(new Sql().append("(").append(count(type, query, parent)).append(")"));
        }
        if (!many.page().facets().isEmpty()) {
            row.add(new Sql()
                    .append("(")
                    .append(facets(many.page(), query, parent, null))
                    .append(")"));
        }
        RowBuilder child = RowBuilder.ofList(alias());
        BoundRead.Page page = page(many.page(), child, query, window, countCell);
        joinList(row, lateral, child, query.order().orderBy(child.alias()), rows(page, child, query, window, parent));
        return new BoundRead.Many(many.key(), page);
    }

    private BoundRead all(Selection.All all, RowBuilder row) {
        ReadField.Members members = all.members();
        String lateral = alias();
        row.add(lateral + ".list");
        RowBuilder member = RowBuilder.ofList(alias());
        BoundRead.Fields fields = fields(all.fields(), member);
        String order = members.order().stream().map(member::column).collect(Collectors.joining(", "));
        String key = row.column(members.key());
        Sql rows = new Sql()
                .append("select " + member.columns("t") + " from "
                        + all.fields().type().table() + " t where t." + members.column() + " = "
                        + (members.listed() ? "any(" + key + ")" : key));
        joinList(row, lateral, member, order, rows);
        return new BoundRead.All(all.key(), fields, member.isChunked());
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

    static Sql rows(BoundRead.Page page, RowBuilder row, ListQuery query, Window window, List<String> more) {
        int first = window.request().first();
        Map<String, Object> values = new HashMap<>(query.conditions().parameters());
        // One more than the page has tells whether there is a next page.
        values.put("pageLimit", page.selection().hasInfo() ? first + 1 : first);
        for (int i = 0; i < window.behind().size(); i++) {
            values.put("cursor" + i, window.behind().get(i));
        }
        String table = page.selection().type().table();
        boolean isBehind = window.request().after() != null;
        return new Sql()
                .appendNamed(PageSql.rows(row.columns("t"), table, query, isBehind, window.ofTrades(), more), values);
    }

    static Sql count(ReadType type, ListQuery query, List<String> more) {
        return new Sql()
                .appendNamed(
                        PageSql.count(type.table(), query, more),
                        query.conditions().parameters());
    }

    /** The counts by facets of a list at the root, told by those that are kept where these know what is asked. */
    Sql facets(Selection.Page page, ListQuery query) {
        return facets(page, query, List.of(), page.type().requiredList().kept());
    }

    private Sql facets(Selection.Page page, ListQuery query, List<String> more, @Nullable KeptCounts kept) {
        ReadType type = page.type();
        List<Facet> facets = type.requiredList().facets(page.facets());
        return new Sql()
                .appendNamed(
                        new FacetSql(type.table(), query, more, caller, kept).counts(facets),
                        query.conditions().parameters());
    }

    private static String micros(String expression) {
        return "(extract(epoch from " + expression + ") * 1000000)::bigint";
    }

    /** A variable with a default may be null where an argument may not, which refuses the document. */
    ReadArguments arguments(Selection.Arguments arguments) {
        return ReadArguments.of(arguments, variables);
    }

    void require(Permission permission) {
        if (!caller.may(permission)) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
    }

    String alias() {
        return "a" + aliases++;
    }
}
