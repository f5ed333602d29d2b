package org.safetyledger.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statement that counts the rows of a list by its facets: one JSON array of arrays of facet, value and count. One scan
 * of the rows, which an index alone may answer, counts them in a small table for each facet: grouping them by all facets together and
 * adding up the groups sorts a city's million rows. The same policies hold for it as for the rows.
 */
final class FacetSql {
    private FacetSql() {}

    /** @param more conditions beside those of the filter, where the list is that of one object */
    static String counts(String table, ListQuery query, List<String> more, List<Facet> facets) {
        List<Facet> grouped = facets.stream().filter(facet -> !facet.truth()).toList();
        List<Facet> truths = facets.stream().filter(Facet::truth).toList();
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
                + " select coalesce(jsonb_agg(jsonb_build_array(c.facet, c.value, c.n) order by c.facet, c.n desc, c.value), '[]')"
                + " from (select p.*, row_number() over (partition by p.facet order by p.n desc, p.value) place from ("
                + String.join(" union all ", parts)
                + ") p where p.facet is not null and p.value is not null and p.n > 0) c"
                + " where c.place <= " + Facet.MOST_VALUES;
    }

    /** The counts of each facet, and of all rows without a facet. */
    private static String groups(String table, ListQuery query, List<String> more, List<Facet> facets) {
        if (facets.isEmpty()) {
            return "groups as materialized (select cast(null as text) facet, cast(null as text) value, count(*) n from ("
                    + rows(table, query, more, "1") + ") g)";
        }
        String columns = each(facets, "g.f", "");
        String names = IntStream.range(0, facets.size())
                .mapToObj(i -> " when " + mask(i, facets.size()) + " then '"
                        + facets.get(i).name() + "'")
                .collect(Collectors.joining());
        String told = IntStream.range(0, facets.size())
                .mapToObj(i -> facets.get(i).told().replace("$", "g.f" + i))
                .collect(Collectors.joining(", "));
        String taken = IntStream.range(0, facets.size())
                .mapToObj(i -> facets.get(i).expression() + " f" + i)
                .collect(Collectors.joining(", "));
        return "groups as materialized (select case grouping(" + columns + ")" + names + " end facet, coalesce(" + told
                + ") value, count(*) n from (" + rows(table, query, more, taken) + ") g group by grouping sets ("
                + each(facets, "(g.f", ")") + ", ()))";
    }

    private static String each(List<Facet> facets, String before, String behind) {
        return IntStream.range(0, facets.size())
                .mapToObj(i -> before + i + behind)
                .collect(Collectors.joining(", "));
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
