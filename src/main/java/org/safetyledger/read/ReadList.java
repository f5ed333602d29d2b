package org.safetyledger.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;

/** The list of a type's objects: who may ask for it, by what it is filtered, and in which orders it comes, the first by default. */
public final class ReadList {
    static final String FILTER = "filter";
    static final String ORDER_BY = "orderBy";

    private final String field;
    private final Permission permission;
    private final String description;
    private final List<ListOrder> orders = new ArrayList<>();
    private final List<Filter> arguments = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Facet> facets = new ArrayList<>();
    private @Nullable KeptCounts kept;
    private final String words;
    private String filtered;
    private String page;
    private String edge;

    private ReadList(String field, Permission permission, String description) {
        this.field = field;
        this.permission = permission;
        this.description = description;
        this.words = field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        this.filtered = words;
        this.page = "A page of " + words + ".";
        this.edge = "One of " + words + " in a page.";
    }

    /** @param field its field at the root */
    public static ReadList of(String field, Permission permission, String description) {
        return new ReadList(field, permission, description);
    }

    /** What the schema says of a page and of an edge, where the plural of the field's name does not say it. */
    public ReadList pages(String pageSaid, String edgeSaid) {
        page = pageSaid;
        edge = edgeSaid;
        return this;
    }

    /** @param keys columns that are never null with their SQL types, such as {@code due_at timestamptz}; the last is unique */
    public ReadList ascending(String name, String said, String... keys) {
        return order(name, said, false, keys);
    }

    public ReadList descending(String name, String said, String... keys) {
        return order(name, said, true, keys);
    }

    private ReadList order(String name, String said, boolean descending, String... keys) {
        orders.add(new ListOrder(
                field,
                name,
                said,
                descending,
                List.of(keys).stream().map(SortKey::of).toList()));
        return this;
    }

    /** Conditions that are arguments of the list itself. */
    public ReadList arguments(Filter... conditions) {
        arguments.addAll(List.of(conditions));
        return this;
    }

    /**
     * Conditions that are fields of the argument {@code filter}.
     *
     * @param objects what the list is of, for people to read
     */
    public ReadList filter(String objects, Filter... conditions) {
        filtered = objects;
        filters.addAll(List.of(conditions));
        return this;
    }

    /** By what the rows that the filter finds are counted beside the page. */
    public ReadList facets(Facet... by) {
        facets.addAll(List.of(by));
        return this;
    }

    /** The counts that are kept of its rows. */
    public ReadList kept(KeptCounts counts) {
        kept = counts;
        return this;
    }

    ListQuery query(ReadArguments given) {
        Conditions conditions = new Conditions();
        apply(arguments, given.values(), "", conditions);
        if (given.values().get(FILTER) instanceof Map<?, ?> filter) {
            apply(filters, filter, FILTER + ".", conditions);
        }
        return new ListQuery(conditions, order(given.values().get(ORDER_BY)));
    }

    private static void apply(List<Filter> declared, Map<?, ?> given, String path, Conditions conditions) {
        for (Filter filter : declared) {
            Object value = given.get(filter.name());
            if (value != null) {
                filter.condition().add(conditions, value, path + filter.name());
            }
        }
        Periods.requireInOrder(declared, given, path);
    }

    private ListOrder order(@Nullable Object name) {
        return orders.stream()
                .filter(order -> Objects.equals(order.name(), name))
                .findFirst()
                .orElseGet(orders::getFirst);
    }

    String field() {
        return field;
    }

    Permission permission() {
        return permission;
    }

    String description() {
        return description;
    }

    List<ListOrder> orders() {
        return orders;
    }

    List<Facet> facets() {
        return facets;
    }

    /** Those with these names, in the order in which they are declared. */
    List<Facet> facets(Set<String> names) {
        return facets.stream().filter(facet -> names.contains(facet.name())).toList();
    }

    @Nullable
    KeptCounts kept() {
        return kept;
    }

    List<Filter> arguments() {
        return arguments;
    }

    List<Filter> filters() {
        return filters;
    }

    String filterDescription() {
        return "Which " + filtered + " to list; all given conditions hold together.";
    }

    String orderDescription() {
        return "Order of " + words + ".";
    }

    String page() {
        return page;
    }

    String edge() {
        return edge;
    }
}
