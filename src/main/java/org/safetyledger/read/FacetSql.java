package org.safetyledger.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statement that counts the rows of a list by its facets: one JSON array of arrays of facet, value and count. The rows are
 * grouped by all facets at once, which several processes share in and an index alone may answer; the few groups are then added up
 * for each facet. The same policies hold for it as for the rows.
 */
final class FacetSql {
    private FacetSql() {}

    /** @param more conditions beside those of the filter, where the list is that of one object */
    static String counts(String table, ListQuery query, List<String> more, List<Facet> facets) {
        List<Facet> grouped = facets.stream().filter(facet -> !facet.truth()).toList();
        List<String> parts = new ArrayList<>();
        if (!grouped.isEmpty()) {
            parts.add(sums(grouped));
        }
        facets.stream().filter(Facet::truth).forEach(facet -> parts.add(truth(table, query, more, facet)));
        String columns = IntStream.range(0, grouped.size())
                .mapToObj(i -> grouped.get(i).expression() + " f" + i)
                .collect(Collectors.joining(", "));
        String by = IntStream.range(0, grouped.size()).mapToObj(i -> "t.f" + i).collect(Collectors.joining(", "));
        String groups = "select " + (by.isEmpty() ? "" : by + ", ") + "count(*) n from ("
                + rows(table, query, more, columns.isEmpty() ? "1" : columns) + ") t"
                + (by.isEmpty() ? "" : " group by " + by);
        return with(table, query, more) + "groups as materialized (" + groups
                + ") select coalesce(jsonb_agg(jsonb_build_array(c.facet, c.value, c.n) order by c.facet, c.n desc, c.value), '[]')"
                + " from (select p.*, row_number() over (partition by p.facet order by p.n desc, p.value) place from ("
                + String.join(" union all ", parts) + ") p where p.value is not null and p.n > 0) c where c.place <= "
                + Facet.MOST_VALUES;
    }

    private static String sums(List<Facet> facets) {
        String columns =
                IntStream.range(0, facets.size()).mapToObj(i -> "g.f" + i).collect(Collectors.joining(", "));
        String names = IntStream.range(0, facets.size())
                .mapToObj(i -> " when " + mask(i, facets.size()) + " then '"
                        + facets.get(i).name() + "'")
                .collect(Collectors.joining());
        String sets = IntStream.range(0, facets.size())
                .mapToObj(i -> "(g.f" + i + ")")
                .collect(Collectors.joining(", "));
        String told = IntStream.range(0, facets.size())
                .mapToObj(i -> facets.get(i).told().replace("$", "g.f" + i))
                .collect(Collectors.joining(", "));
        return "select case grouping(" + columns + ")" + names + " end facet, coalesce(" + told
                + ") value, sum(g.n)::bigint n from groups g group by grouping sets (" + sets + ")";
    }

    /** What {@code grouping} tells of the set that has this column alone: a bit for each of the others, the first column's foremost. */
    private static int mask(int column, int columns) {
        return (1 << columns) - 1 - (1 << (columns - 1 - column));
    }

    private static String truth(String table, ListQuery query, List<String> more, Facet facet) {
        String holds = "(select count(*) from (" + rows(table, query, more, "1", facet.expression()) + ") o)";
        return "select '" + facet.name()
                + "', v.value, case v.value when 'true' then o.n else (select coalesce(sum(g.n), 0)::bigint"
                + " from groups g) - o.n end from (select " + holds
                + " n) o cross join (values ('true'), ('false')) v(value)";
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
