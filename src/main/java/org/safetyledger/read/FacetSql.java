package org.safetyledger.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statement that counts the rows of a list by its facets: one JSON array of arrays of facet, value and count; those of no facet are
 * the count of all rows. One scan of the rows, which an index alone may answer, counts them in a small table for all facets of a kind, whose
 * values make some hundred groups; these are then added up for each facet. Grouped by all facets together, nearly each row is a group.
 * The same policies hold for it as for the rows.
 */
final class FacetSql {
    private FacetSql() {}

    /** @param more conditions beside those of the filter, where the list is that of one object */
    static String counts(String table, ListQuery query, List<String> more, List<Facet> facets) {
        List<Facet> grouped = facets.stream()
                .filter(facet -> facet.kind() != Facet.Kind.TRUTH)
                .sorted(Comparator.comparing(Facet::kind))
                .toList();
        List<Facet> truths = facets.stream()
                .filter(facet -> facet.kind() == Facet.Kind.TRUTH)
                .toList();
        List<String> parts = new ArrayList<>(List.of("select g.facet, g.value, g.n from groups g"));
        StringBuilder before = new StringBuilder(with(table, query, more)).append(groups(table, query, more, grouped));
        for (int i = 0; i < truths.size(); i++) {
            Facet truth = truths.get(i);
            // By itself once, or its count would be made wherever it is named.
            before.append(", truth" + i + " as materialized (select count(*) n from (")
                    .append(rows(table, query, more, "1", truth.expression()))
                    .append(") o)");
            parts.add("select '" + truth.name() + "', 'true', n from truth" + i);
            parts.add("select '" + truth.name() + "', 'false', g.n - o.n from groups g, truth" + i
                    + " o where g.facet is null");
        }
        return before
                + " select jsonb_agg(jsonb_build_array(c.facet, c.value, c.n) order by c.facet, c.n desc, c.value)"
                + " from (select p.*, row_number() over (partition by p.facet order by p.n desc, p.value) place from ("
                + String.join(" union all ", parts)
                + ") p where p.facet is null or p.value is not null and p.n > 0) c"
                + " where c.place <= " + Facet.MOST_VALUES;
    }

    /** The counts of each facet, and of all rows without a facet. */
    private static String groups(String table, ListQuery query, List<String> more, List<Facet> facets) {
        if (facets.isEmpty()) {
            return "groups as materialized (select cast(null as text) facet, cast(null as text) value, count(*) n from ("
                    + rows(table, query, more, "1") + ") g)";
        }
        List<String> expressions =
                facets.stream().map(Facet::expression).distinct().toList();
        String told = each(facets.size(), i -> told(facets.get(i), expressions) + " v" + i);
        String names = IntStream.range(0, facets.size())
                .mapToObj(i -> " when " + mask(i, facets.size()) + " then '"
                        + facets.get(i).name() + "'")
                .collect(Collectors.joining());
        return "counted as materialized (" + counted(table, query, more, facets, expressions)
                + "), groups as materialized (select case grouping(" + each(facets.size(), i -> "v.v" + i) + ")" + names
                + " end facet, coalesce(" + each(facets.size(), i -> "v.v" + i)
                + ") value, cast(sum(v.n) as bigint) n from (select " + told
                + ", c.n from counted c) v group by grouping sets (" + each(facets.size(), i -> "(v.v" + i + ")")
                + ") union all select null, null, coalesce(cast(sum(c.n) as bigint), 0) from counted c where c.other = 0)";
    }

    /** How many rows have which values, by the facets of each kind together; those of the first kind tell of all rows. */
    private static String counted(
            String table, ListQuery query, List<String> more, List<Facet> facets, List<String> expressions) {
        Map<Facet.Kind, String> sets = facets.stream()
                .collect(Collectors.groupingBy(
                        Facet::kind,
                        () -> new EnumMap<>(Facet.Kind.class),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                kind -> kind.stream()
                                        .map(facet -> "g.f" + expressions.indexOf(facet.expression()))
                                        .distinct()
                                        .collect(Collectors.joining(", ", "(", ")")))));
        return "select " + each(expressions.size(), i -> "g.f" + i) + ", grouping(g.f0) other, count(*) n from ("
                + rows(table, query, more, each(expressions.size(), i -> expressions.get(i) + " f" + i))
                + ") g group by grouping sets (" + String.join(", ", sets.values()) + ")";
    }

    private static String told(Facet facet, List<String> expressions) {
        return facet.told().replace("$", "c.f" + expressions.indexOf(facet.expression()));
    }

    private static String each(int size, IntFunction<String> text) {
        return IntStream.range(0, size).mapToObj(text).collect(Collectors.joining(", "));
    }

    /** What {@code grouping} tells of the set that has this column alone: a bit for each of the others, the first column's foremost. */
    private static int mask(int column, int columns) {
        return (1 << columns) - 1 - (1 << (columns - 1 - column));
    }

    /** A search counts the rows that it finds so far as its count goes. */
    private static String rows(String table, ListQuery query, List<String> more, String columns, String... and) {
        Conditions conditions = query.conditions();
        List<String> all = Stream.of(more, PageSql.anyOf(conditions), conditions.fragments(), List.of(and))
                .flatMap(List::stream)
                .toList();
        if (!conditions.searching()) {
            return "select " + columns + PageSql.from(table, all);
        }
        String matching = PageSql.from(table, PageSql.with(all, conditions.texts()));
        String bounded = " order by " + query.order().orderBy("t") + " limit " + SearchSql.MOST_COUNTED;
        return more.isEmpty()
                ? "(select " + columns + matching + " and " + SearchSql.AMONG_FEW + ") union all (select " + columns
                        + matching + " and " + SearchSql.TOO_MANY + bounded + ")"
                : "select " + columns + matching + bounded;
    }

    private static String with(String table, ListQuery query, List<String> more) {
        Conditions conditions = query.conditions();
        if (!conditions.searching() || !more.isEmpty()) {
            return "with ";
        }
        List<String> all = PageSql.with(PageSql.anyOf(conditions), conditions.fragments());
        return SearchSql.beforeFacets(
                table, PageSql.from(table, all) + " order by " + query.order().orderBy("t"), conditions);
    }
}
