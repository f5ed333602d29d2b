package org.safetyledger.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.AvailableAction;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;

/**
 * A type of object of the schema, declared once: what the schema says of it, how it is read from its table, and where it is
 * found. A field is named with an exclamation mark behind it where it is never null; its column is its name in snake case
 * where none is given. In expressions {@code $} stands for the alias of the row.
 */
public final class ReadType {
    /** No object has more verbs. */
    private static final int MOST_ACTIONS = 25;

    private final String name;
    private final String table;
    private final String description;
    private final Map<String, ReadField> fields = new LinkedHashMap<>();
    private final List<Place.Below> below = new ArrayList<>();
    private final List<ViewerField> ofViewer = new ArrayList<>();
    private final Set<Class<?>> parts = new LinkedHashSet<>();
    private @Nullable NodeType node;
    private Place.@Nullable Root root;
    private @Nullable ReadList list;
    private Place.@Nullable Changed changed;

    private ReadType(String name, String table, String description) {
        this.name = name;
        this.table = table;
        this.description = description;
    }

    public static ReadType of(String name, String table, String description) {
        return new ReadType(name, table, description);
    }

    /** It has an id by which whoever may ask for its list finds it from everywhere. */
    public ReadType node(NodeType type) {
        node = type;
        return id(type, "Node id.");
    }

    /** It has an id to be named by, but is found through another object only. */
    public ReadType id(NodeType type, String said) {
        return add(ReadField.Column.ofNode(ReadField.Said.of("id!", "ID", said), "id", type, ""));
    }

    /** The id of another object. */
    public ReadType idOf(String field, String column, NodeType type, String said) {
        return add(ReadField.Column.ofNode(ReadField.Said.of(field, "ID", said), column, type, ""));
    }

    /** The object's id behind a text that leads to it. */
    public ReadType path(String field, String prefix, String said) {
        ReadField.Said path = ReadField.Said.of(field, "String", said);
        return add(ReadField.Column.ofNode(path, "id", Objects.requireNonNull(node), prefix));
    }

    public ReadType text(String field, String said) {
        return text(field, column(field), said);
    }

    public ReadType text(String field, String column, String said) {
        return add(field, "$." + column, ReadField.Kind.TEXT, said);
    }

    public ReadType textOf(String field, String expression, String said) {
        return add(field, expression, ReadField.Kind.TEXT, said);
    }

    /** A text that is one of an enum's names. */
    public ReadType choice(String field, Class<? extends Enum<?>> of, String said) {
        return choice(field, column(field), of, said);
    }

    public ReadType choice(String field, String column, Class<? extends Enum<?>> of, String said) {
        return choiceOf(field, "$." + column, of, said);
    }

    /** @param expression text that is one of the enum's names */
    public ReadType choiceOf(String field, String expression, Class<? extends Enum<?>> of, String said) {
        return add(ReadField.Column.of(ReadField.Said.of(field, part(of), said), expression, ReadField.Kind.TEXT));
    }

    public ReadType integer(String field, String said) {
        return add(field, "$." + column(field), ReadField.Kind.INTEGER, said);
    }

    /** A whole number that an expression counts. */
    public ReadType count(String field, String expression, String said) {
        return add(field, expression, ReadField.Kind.INTEGER, said);
    }

    public ReadType decimal(String field, String said) {
        return decimalOf(field, "$." + column(field), said);
    }

    public ReadType decimalOf(String field, String expression, String said) {
        return add(field, expression, ReadField.Kind.DECIMAL, said);
    }

    public ReadType time(String field, String said) {
        return timeOf(field, "$." + column(field), said);
    }

    public ReadType timeOf(String field, String expression, String said) {
        return add(field, expression, ReadField.Kind.TIME, said + ValueTypes.ISO_8601);
    }

    public ReadType day(String field, String said) {
        return add(field, "$." + column(field), ReadField.Kind.DAY, said + ValueTypes.ISO_8601);
    }

    public ReadType truth(String field, String expression, String said) {
        return add(field, expression, ReadField.Kind.BOOLEAN, said);
    }

    /** A list of texts that the column holds. */
    public ReadType texts(String field, String column, String said) {
        return add(ReadField.Derived.of(
                ReadField.Said.of(field, "[String!]", said), "to_jsonb($." + column + ")", (stored, caller) -> stored));
    }

    /**
     * A text that only some callers are told.
     *
     * @param expression JSON, or null where the field is null
     */
    public ReadType toldText(
            String field, String expression, BiFunction<JsonNode, Caller, @Nullable String> view, String said) {
        return add(ReadField.Derived.of(ReadField.Said.of(field, "String", said), expression, view::apply));
    }

    /**
     * A text that is worked out for the caller and an amount; null with an error at its place where the amount is refused.
     *
     * @param expression JSON of what it is worked out of
     */
    public ReadType toldText(String field, Amount amount, String expression, Telling telling, String said) {
        return add(ReadField.Derived.of(ReadField.Said.of(field, "String", said), expression, amount, given -> {
            int asked = amount.in(given);
            return (stored, caller) -> telling.text(stored, caller, asked);
        }));
    }

    /** Works out a text for a caller. */
    @FunctionalInterface
    public interface Telling {
        String text(JsonNode stored, Caller caller, int amount);
    }

    /**
     * An object that is worked out of stored JSON for the caller.
     *
     * @param expression JSON, or null where the field is null
     * @param of record whose components are the fields of its type
     */
    public <V extends Record> ReadType value(
            String field, String expression, Class<V> of, BiFunction<JsonNode, Caller, @Nullable V> view, String said) {
        return add(ReadField.Derived.of(ReadField.Said.of(field, part(of), said), expression, view::apply));
    }

    /**
     * A list of such objects.
     *
     * @param most how many there are at most, by which documents are weighed: more is refused
     */
    public <V extends Record> ReadType values(
            String field,
            int most,
            String expression,
            Class<V> of,
            BiFunction<JsonNode, Caller, List<V>> view,
            String said) {
        return add(ReadField.Derived.listOf(
                most, ReadField.Said.of(field, "[" + part(of) + "!]", said), expression, view::apply));
    }

    /**
     * What the caller may do with it, by the guards of its life cycle.
     *
     * @param facts JSON of what the guards look at
     */
    public ReadType availableActions(String facts, BiFunction<JsonNode, Caller, List<AvailableAction>> view) {
        return values(
                "availableActions!",
                MOST_ACTIONS,
                facts,
                AvailableAction.class,
                view,
                "What the caller may do with it now, and why not the rest.");
    }

    public ReadType availableActions(AvailableActions.Of actions) {
        return availableActions(actions.facts(), actions.view());
    }

    /** @param column column of this type's table that holds the other's id */
    public ReadType reference(String field, String type, String column, String said) {
        return reference(field, type, column, "id", said);
    }

    /** @param column column of this type's table that holds the other's {@code key} */
    public ReadType reference(String field, String type, String column, String key, String said) {
        return reference(field, type, List.of(column), List.of(key), said);
    }

    /** @param columns columns of this type's table that hold the other's {@code keys}, one by one */
    public ReadType reference(String field, String type, List<String> columns, List<String> keys, String said) {
        return add(new ReadField.Reference(ReadField.Said.of(field, type, said), type, columns, keys));
    }

    /**
     * What a code stands for, under the name of its field with {@code Label} behind it.
     *
     * @param code the code's field
     * @param type the type of the code's table
     * @param column column of this type's table that holds the code
     */
    public ReadType label(String code, String type, String column) {
        String name = code.replace("!", "");
        return reference(
                code.replace(name, name + "Label"), type, column, "code", "What the code `" + name + "` stands for.");
    }

    /**
     * What the codes of a list stand for, by code.
     *
     * @param column column of this type's table that holds the codes
     * @param most how many there are at most, by a check of the column with the same number
     */
    public ReadType labels(String field, String type, String column, int most, String said) {
        ReadField.Said labels = ReadField.Said.of(field + "!", "[" + type + "!]", said);
        return add(new ReadField.Members(labels, type, "code", column, true, most, List.of("code")));
    }

    /**
     * The objects whose ids a column lists, as far as the caller sees them, by id.
     *
     * @param column column of this type's table that holds the ids
     * @param most how many there are at most, by a check of the column with the same number
     */
    public ReadType named(String field, String type, String column, int most, String said) {
        ReadField.Said named = ReadField.Said.of(field + "!", "[" + type + "!]", said);
        return add(new ReadField.Members(named, type, "id", column, true, most, List.of("id")));
    }

    /**
     * A list without arguments and pages, of as many objects as there are.
     *
     * @param column column of the other type's table that holds this one's {@code key}
     * @param most how many there are at most: the database refuses more, by {@code ledger_at_most} with the same number
     * @param order columns of the other type's table
     */
    public ReadType members(
            String field, String type, String column, String key, int most, List<String> order, String said) {
        return add(new ReadField.Members(
                ReadField.Said.of(field, "[" + type + "!]", said), type, column, key, false, most, order));
    }

    /** It is at the root by its node id, under the argument {@code id}. */
    public ReadType root(String field, Permission permission, String said) {
        NodeType type = Objects.requireNonNull(node);
        Place.Key id =
                new Place.Key("id", "ID", "Node id.", "id", (given, path) -> NodeId.require(type, given, path), null);
        root = new Place.Root(field, permission, said, List.of(id));
        return this;
    }

    /** It is at the root by its code, under the argument {@code code}. */
    public ReadType rootByCode(String field, Permission permission, String said, String codeSaid) {
        root = new Place.Root(
                field, permission, said, List.of(new Place.Key("code", "String", codeSaid, "code", Texts::code, null)));
        return this;
    }

    /**
     * It is at the root by another value that it alone has, too: then exactly one of the arguments is to be given.
     *
     * @param argument in snake case the column that holds the value
     * @param checked the value of a text at a place, or a refusal of what none is
     */
    public ReadType rootAlsoBy(String argument, String said, BiFunction<String, String, Object> checked) {
        root = Objects.requireNonNull(root)
                .alsoBy(new Place.Key(argument, "String", said, column(argument), checked, null));
        return this;
    }

    /**
     * It is at the root by its place and day together, too, under the arguments {@code jurisdiction} and {@code date}.
     *
     * @param place column of the division's code
     * @param day column of the day
     */
    public ReadType rootAlsoByPlaceAndDay(String place, String day, String placeSaid, String daySaid) {
        Place.Key date = new Place.Key(
                "date",
                "Date",
                daySaid + ValueTypes.ISO_8601,
                day,
                (given, path) -> Times.day(LocalDate.parse(given), path),
                null);
        root = Objects.requireNonNull(root)
                .alsoBy(new Place.Key("jurisdiction", "String", placeSaid, place, Texts::code, date));
        return this;
    }

    /** Its list at the root. */
    public ReadType list(ReadList declared) {
        list = declared;
        return this;
    }

    /**
     * The same list below another type, as far as it belongs to an object of that type.
     *
     * @param column column of this type's table that holds the other's id
     */
    public ReadType below(String parent, String field, String column, String said) {
        return below(parent, field, column, "id", said);
    }

    /** @param column column of this type's table that holds the other's {@code key} */
    public ReadType below(String parent, String field, String column, String key, String said) {
        ReadField.Said list = ReadField.Said.of(field, name + "Connection", said);
        below.add(new Place.Below(parent, new ReadField.Children(list, name, column, key)));
        return this;
    }

    /** The same list below the viewer, as far as its objects are the caller's own. */
    public ReadType ofViewer(String field, String said, BiConsumer<Conditions, Caller> conditions) {
        ofViewer.add(new ViewerField(field, said, this, conditions, null));
        return this;
    }

    /** The object whose column holds the caller's subject, below the viewer. */
    public ReadType ofViewer(String field, String said, String column) {
        ofViewer.add(new ViewerField(field, said, this, null, column));
        return this;
    }

    /**
     * What the commands answer that change such an object.
     *
     * @param field the object's name in the payload
     */
    public ReadType payload(String payloadName, String field, String said) {
        changed = new Place.Changed(payloadName, field, said);
        return this;
    }

    private ReadType add(String field, String expression, ReadField.Kind kind, String said) {
        return add(ReadField.Column.of(ReadField.Said.of(field, kind.scalar(), said), expression, kind));
    }

    ReadType add(ReadField field) {
        if (fields.put(field.said().name(), field) != null) {
            throw new IllegalStateException(name + "." + field.said().name() + " is declared twice");
        }
        return this;
    }

    private String part(Class<?> of) {
        parts.add(of);
        return ValueTypes.name(of);
    }

    static String column(String field) {
        return field.replace("!", "").replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    String name() {
        return name;
    }

    String table() {
        return table;
    }

    String description() {
        return description;
    }

    Map<String, ReadField> fields() {
        return fields;
    }

    List<Place.Below> below() {
        return below;
    }

    List<ViewerField> ofViewer() {
        return ofViewer;
    }

    /** The enums and records that its fields are made of. */
    Set<Class<?>> parts() {
        return parts;
    }

    @Nullable
    NodeType node() {
        return node;
    }

    Place.@Nullable Root root() {
        return root;
    }

    @Nullable
    ReadList list() {
        return list;
    }

    ReadList requiredList() {
        return Objects.requireNonNull(list, name);
    }

    Place.@Nullable Changed changed() {
        return changed;
    }
}
