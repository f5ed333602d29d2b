package org.safetyledger.read;

import graphql.execution.CoercedVariables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/**
 * Builds the statements of one request: one for each field at the root, one before it for each row that must be there, and one
 * for its count where it is asked for. A field that the caller is refused needs none.
 */
final class StatementBuilder {
    private final ReadTypes types;
    private final Caller caller;
    private final FieldBuilder rows;
    private final List<Sql> statements = new ArrayList<>();

    StatementBuilder(ReadTypes types, Cursors cursors, CoercedVariables variables, Caller caller) {
        this.types = types;
        this.caller = caller;
        this.rows = new FieldBuilder(types, cursors, variables, caller);
    }

    List<Sql> statements() {
        return statements;
    }

    BoundRead root(Selection selection) {
        return switch (selection) {
            case Selection.TypeName typeName -> new BoundRead.TypeName(typeName.key(), typeName.name());
            case Selection.RootOne one -> orRefused(one.key(), () -> one(one));
            case Selection.RootMany many ->
                orRefused(
                        many.key(),
                        () -> many(many.key(), many.root(), many.arguments(), many.page(), conditions -> {}));
            case Selection.OwnOne one -> orRefused(one.key(), () -> own(one));
            case Selection.OwnMany many -> orRefused(many.key(), () -> own(many));
            case Selection.RootNodes nodes -> orRefused(nodes.key(), () -> nodes(nodes));
            default -> throw new IllegalStateException(selection.key());
        };
    }

    private BoundRead orRefused(String key, Supplier<BoundRead> bound) {
        int before = statements.size();
        try {
            return bound.get();
        } catch (Refusal refusal) {
            statements.subList(before, statements.size()).clear();
            return new BoundRead.Refused(key, refusal);
        }
    }

    private BoundRead one(Selection.RootOne one) {
        Place.Root root = one.root();
        rows.require(root.permission());
        ReadArguments arguments = rows.arguments(one.arguments());
        Map<String, Object> values = new LinkedHashMap<>();
        root.given(arguments)
                .all()
                .forEach(key ->
                        values.put(key.column(), key.checked().apply(arguments.text(key.argument()), key.argument())));
        return new BoundRead.RootOne(one.key(), object(one.fields(), values));
    }

    /** What is selected of one object, which a column's value names. */
    BoundRead.Fields object(Selection.Fields selected, String column, Object value) {
        return object(selected, Map.of(column, value));
    }

    private BoundRead.Fields object(Selection.Fields selected, Map<String, Object> values) {
        RowBuilder row = RowBuilder.ofResult(rows.alias());
        BoundRead.Fields fields = rows.fields(selected, row);
        Sql statement = from(selected.type(), row);
        String and = " where ";
        for (Map.Entry<String, Object> one : values.entrySet()) {
            statement.append(and + row.column(one.getKey()) + " = ?", one.getValue());
            and = " and ";
        }
        statements.add(statement);
        return fields;
    }

    private static Sql from(ReadType type, RowBuilder row) {
        return row.select().append(" from " + type.table() + " " + row.alias()).append(row.joins());
    }

    private BoundRead nodes(Selection.RootNodes nodes) {
        rows.require(Permission.READ);
        NodeIds wanted = NodeIds.of(
                rows.arguments(nodes.arguments()),
                nodes.list(),
                type -> types.readable(type, caller).isPresent());
        Map<NodeType, BoundRead.Fields> fields = new EnumMap<>(NodeType.class);
        Map<NodeType, String> names = new EnumMap<>(NodeType.class);
        wanted.byType().forEach((type, ids) -> {
            Selection.Fields selected = nodes.fields().get(type);
            if (selected != null) {
                RowBuilder row = RowBuilder.ofResult(rows.alias());
                row.add(row.column("id"));
                fields.put(type, rows.fields(selected, row));
                names.put(type, selected.type().name());
                statements.add(from(selected.type(), row)
                        .append(" where " + row.column("id") + " = any(?)", ids.toArray(UUID[]::new)));
            }
        });
        return new BoundRead.RootNodes(nodes.key(), nodes.list(), wanted.inOrder(), fields, names);
    }

    private BoundRead own(Selection.OwnOne one) {
        ReadType type = one.field().type();
        rows.require(type.requiredList().permission());
        return new BoundRead.RootOne(
                one.key(),
                object(one.fields(), Objects.requireNonNull(one.field().column()), caller.subject()));
    }

    private BoundRead own(Selection.OwnMany many) {
        ViewerField field = many.field();
        return many(
                many.key(),
                field.type().requiredList(),
                many.arguments(),
                many.page(),
                conditions -> Objects.requireNonNull(field.conditions()).accept(conditions, caller));
    }

    private BoundRead many(
            String key, ReadList list, Selection.Arguments given, Selection.Page selected, Consumer<Conditions> more) {
        rows.require(list.permission());
        ReadArguments arguments = rows.arguments(given);
        ListQuery query = list.query(arguments);
        more.accept(query.conditions());
        FieldBuilder.Window window = rows.window(query, arguments);
        List<Refusal> guards =
                query.conditions().guards().stream().map(this::guarded).toList();
        RowBuilder row = RowBuilder.ofResult(rows.alias());
        BoundRead.Page page = rows.page(selected, row, query, window, null);
        statements.add(row.select()
                .append(" from (")
                .append(FieldBuilder.rows(page, row, query, window, List.of()))
                .append(") " + row.alias())
                .append(row.joins())
                .append(" order by " + query.order().orderBy(row.alias())));
        if (selected.counted() && !page.isCountedByFacets()) {
            statements.add(FieldBuilder.count(selected.type(), query, List.of()));
        }
        if (!selected.facets().isEmpty()) {
            statements.add(rows.facets(selected, query));
        }
        return new BoundRead.RootMany(key, page, guards);
    }

    /** Adds the statement that has no row where the refusal holds. */
    private Refusal guarded(Guard guard) {
        Guard.Row row =
                switch (guard) {
                    case Guard.Row named -> named;
                    case Guard.Visible visible -> row(visible);
                };
        statements.add(
                new Sql().append("select 1 from " + row.table() + " where " + row.column() + " = ?", row.value()));
        return guard.otherwise();
    }

    private Guard.Row row(Guard.Visible visible) {
        NodeId object = visible.object();
        ReadType type = types.readable(object.type(), caller).orElseThrow(visible::otherwise);
        return new Guard.Row(type.table(), "id", object.uuid(), visible.otherwise());
    }
}
