package org.safetyledger.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;

/**
 * How the objects of a type of the schema are read from their table. Fields that are not described here are left to the
 * engine. In expressions, {@code $} stands for the alias of the row.
 */
public final class ReadType {
    /** How a column's value is written into the answer. */
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        TIME,
        DAY,
        NODE
    }

    /**
     * @param prefix what stands before the id of a node
     * @param names the columns of the table that the expression reads
     */
    record Column(String expression, Kind kind, @Nullable NodeType node, String prefix, List<String> names) {}

    /** A field that is worked out of stored JSON. */
    record Derived(String expression, List<String> names, View view) {}

    /** Makes the value of a derived field, whose properties are the fields of its type, out of the stored JSON. */
    @FunctionalInterface
    public interface View {
        @Nullable
        Object of(JsonNode stored, Caller caller);
    }

    /** One object that a column names; null without the permission. */
    record Reference(
            String type,
            String column,
            String key,
            @Nullable Permission permission,
            boolean required) {}

    /** The objects whose column names this one. */
    record Children(String type, String column, Permission permission) {}

    /**
     * All objects whose column names this one, as a list without pages.
     *
     * @param key column of this type's table that the other's {@code column} holds
     * @param most how many there are at most, which the database holds ({@code ledger_at_most})
     * @param order columns of the other type's table
     */
    record Members(String type, String column, String key, int most, List<String> order) {}

    record RootObject(String field, Permission permission, NodeType node) {}

    record RootList(String field, Permission permission, Function<ReadArguments, ListQuery<?>> query) {}

    private static final Pattern NAME = Pattern.compile("\\$\\.(\\w+)");

    private final String name;
    private final String table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Derived> derived = new LinkedHashMap<>();
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final Map<String, Children> children = new LinkedHashMap<>();
    private final Map<String, Members> members = new LinkedHashMap<>();
    private @Nullable RootObject rootObject;
    private @Nullable RootList rootList;

    private ReadType(String name, String table) {
        this.name = name;
        this.table = table;
    }

    public static ReadType of(String name, String table) {
        return new ReadType(name, table);
    }

    public ReadType node(NodeType type) {
        return path("id", "", type);
    }

    /** The object's id behind a text that leads to it. */
    public ReadType path(String field, String prefix, NodeType type) {
        columns.put(field, new Column("$.id", Kind.NODE, type, prefix, List.of("id")));
        return this;
    }

    public ReadType text(String field, String column) {
        return column(field, "$." + column, Kind.TEXT);
    }

    public ReadType integer(String field, String column) {
        return column(field, "$." + column, Kind.INTEGER);
    }

    public ReadType decimal(String field, String column) {
        return column(field, "$." + column, Kind.DECIMAL);
    }

    public ReadType time(String field, String column) {
        return column(field, "$." + column, Kind.TIME);
    }

    public ReadType day(String field, String column) {
        return column(field, "$." + column, Kind.DAY);
    }

    public ReadType truth(String field, String expression) {
        return column(field, expression, Kind.BOOLEAN);
    }

    private ReadType column(String field, String expression, Kind kind) {
        columns.put(field, new Column(expression, kind, null, "", names(expression)));
        return this;
    }

    /** @param expression JSON, or null where the field is null */
    public ReadType derived(String field, String expression, View view) {
        derived.put(field, new Derived(expression, names(expression), view));
        return this;
    }

    /** A list of texts that the column holds. */
    public ReadType texts(String field, String column) {
        return derived(field, "to_jsonb($." + column + ")", (stored, caller) -> stored);
    }

    private static List<String> names(String expression) {
        return NAME.matcher(expression).results().map(name -> name.group(1)).toList();
    }

    /** @param column column of this type's table that holds the other's {@code key} */
    public ReadType reference(String field, String type, String column, String key) {
        references.put(field, new Reference(type, column, key, null, false));
        return this;
    }

    /** A reference that is null for callers without the permission. */
    public ReadType reference(String field, String type, String column, Permission permission) {
        references.put(field, new Reference(type, column, "id", permission, false));
        return this;
    }

    /** A reference to a row of a code table, which is always there. */
    public ReadType codeReference(String field, String type, String column, String key) {
        references.put(field, new Reference(type, column, key, null, true));
        return this;
    }

    /**
     * A list with the arguments of the other type's list at the root.
     *
     * @param column column of the other type's table that holds this one's id
     */
    public ReadType list(String field, String type, String column, Permission permission) {
        children.put(field, new Children(type, column, permission));
        return this;
    }

    /**
     * A list without arguments and pages, of as many objects as there are.
     *
     * @param column column of the other type's table that holds this one's {@code key}
     * @param most how many there are at most: the database refuses more, by {@code ledger_at_most} with the same number
     * @param order columns of the other type's table
     */
    public ReadType members(String field, String type, String column, String key, int most, String... order) {
        members.put(field, new Members(type, column, key, most, List.of(order)));
        return this;
    }

    public ReadType rootObject(String field, Permission permission, NodeType node) {
        rootObject = new RootObject(field, permission, node);
        return this;
    }

    public ReadType rootList(String field, Permission permission, Function<ReadArguments, ListQuery<?>> query) {
        rootList = new RootList(field, permission, query);
        return this;
    }

    String name() {
        return name;
    }

    String table() {
        return table;
    }

    Map<String, Column> columns() {
        return columns;
    }

    Map<String, Derived> derived() {
        return derived;
    }

    Map<String, Reference> references() {
        return references;
    }

    Map<String, Children> children() {
        return children;
    }

    Map<String, Members> members() {
        return members;
    }

    @Nullable
    RootObject rootObject() {
        return rootObject;
    }

    @Nullable
    RootList rootList() {
        return rootList;
    }

    ListQuery<?> query(ReadArguments arguments) {
        return Objects.requireNonNull(rootList).query().apply(arguments);
    }
}
