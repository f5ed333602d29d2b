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
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;

/**
 * The statement that counts the rows of a list by its facets: one JSON array of arrays of facet, value and count; those of no facet are
 * the count of all rows. Where counts are kept by all that is asked, the cells of a cube are added up for the facets of each kind. Else one
 * scan of the rows, which an index alone may answer, counts them in a small table for all facets of a kind, whose
 * values make some hundred groups. These are then added up for each facet. Grouped by all facets together, nearly each row is a group.
 * The same policies hold for it as for the rows.
 *
 * @param more conditions beside those of the filter, where the list is that of one object
 * @param kept the counts that are kept of the list, where there are some
 */
record FacetSql(
        String table,
        ListQuery query,
        List<String> more,
        Caller caller,
        @Nullable KeptCounts kept) {
    /**
     * What is counted in one scan.
     *
     * @param from from where on, with its conditions
     * @param amount for how many a row of it stands
     */
    private record Scan(String from, String amount, List<Facet> facets) {
        boolean has(String expression) {
            return facets.stream().anyMatch(facet -> facet.expression().equals(expression));
        }
    }

    String counts(List<Facet> facets) {
        List<Facet> grouped = facets.stream()
                .filter(facet -> facet.kind() != Facet.Kind.TRUTH)
                .sorted(Comparator.comparing(Facet::kind))
                .toList();
        List<Facet> truths = facets.stream()
                .filter(facet -> facet.kind() == Facet.Kind.TRUTH)
                .toList();
        List<String> parts = new ArrayList<>(List.of("select g.facet, g.value, g.n from groups g"));
        StringBuilder before = new StringBuilder(with()).append(groups(grouped));
        for (int i = 0; i < truths.size(); i++) {
            Facet truth = truths.get(i);
            // By itself once, or its count would be made wherever it is named.
            before.append(", truth" + i + " as materialized (select count(*) n from (")
                    .append(rows("1", truth.expression()))
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
    private String groups(List<Facet> facets) {
        List<String> expressions =
                facets.stream().map(Facet::expression).distinct().toList();
        List<Scan> scans = scans(facets, expressions);
        if (facets.isEmpty()) {
            return "groups as materialized (select cast(null as text) facet, cast(null as text) value, "
                    + scans.getFirst().amount() + " n from (" + scans.getFirst().from() + ") g)";
        }
        String told = each(facets.size(), i -> told(facets.get(i), expressions) + " v" + i);
        String names = IntStream.range(0, facets.size())
                .mapToObj(i -> " when " + mask(i, facets.size()) + " then '"
                        + facets.get(i).name() + "'")
                .collect(Collectors.joining());
        return "counted as materialized ("
                + scans.stream().map(scan -> counted(scan, expressions)).collect(Collectors.joining(" union all "))
                + "), groups as materialized (select case grouping(" + each(facets.size(), i -> "v.v" + i) + ")" + names
                + " end facet, coalesce(" + each(facets.size(), i -> "v.v" + i)
                + ") value, cast(sum(v.n) as bigint) n from (select " + told
                + ", c.n from counted c) v group by grouping sets (" + each(facets.size(), i -> "(v.v" + i + ")")
                + ") union all select null, null, coalesce(cast(sum(c.n) as bigint), 0) from counted c where c.other = 0)";
    }

    /** How many rows have which values, by the facets of each kind together; those of the first kind tell of all rows. */
    private static String counted(Scan scan, List<String> expressions) {
        Map<Facet.Kind, String> sets = scan.facets().stream()
                .collect(Collectors.groupingBy(
                        Facet::kind,
                        () -> new EnumMap<>(Facet.Kind.class),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                kind -> kind.stream()
                                        .map(facet -> "g.f" + expressions.indexOf(facet.expression()))
                                        .distinct()
                                        .collect(Collectors.joining(", ", "(", ")")))));
        return "select "
                + each(expressions.size(), i -> scan.has(expressions.get(i)) ? "g.f" + i : "cast(null as text) f" + i)
                + ", " + (scan.has(expressions.getFirst()) ? "grouping(g.f0)" : "1") + " other, " + scan.amount()
                + " n from (" + scan.from() + ") g group by grouping sets (" + String.join(", ", sets.values()) + ")";
    }

    private List<Scan> scans(List<Facet> facets, List<String> expressions) {
        Map<KeptCounts.Cube, List<Facet>> told = kept == null ? null : kept.telling(caller, query.conditions(), facets);
        if (kept == null || told == null) {
            String columns = facets.isEmpty() ? "1" : columns(facets, expressions);
            return List.of(new Scan(rows(columns), "count(*)", facets));
        }
        List<Scan> scans = new ArrayList<>();
        for (Map.Entry<KeptCounts.Cube, List<Facet>> one : told.entrySet()) {
            scans.add(cells(kept.table(), one.getKey(), one.getValue(), expressions));
        }
        return scans;
    }

    private Scan cells(String cells, KeptCounts.Cube cube, List<Facet> facets, List<String> expressions) {
        Conditions conditions = query.conditions();
        List<String> all = PageSql.with(
                List.of("t.cube = '" + cube.name() + "'"),
                PageSql.with(PageSql.anyOf(conditions), conditions.fragments()));
        String columns = facets.isEmpty() ? "" : columns(facets, expressions) + ", ";
        return new Scan("select " + columns + "t.amount n" + PageSql.from(cells, all), "coalesce(sum(g.n), 0)", facets);
    }

    private static String columns(List<Facet> facets, List<String> expressions) {
        return facets.stream()
                .map(Facet::expression)
                .distinct()
                .map(expression -> expression + " f" + expressions.indexOf(expression))
                .collect(Collectors.joining(", "));
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
    private String rows(String columns, String... and) {
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

    private String with() {
        Conditions conditions = query.conditions();
        if (!conditions.searching() || !more.isEmpty()) {
            return "with ";
        }
        List<String> all = PageSql.with(PageSql.anyOf(conditions), conditions.fragments());
        return SearchSql.beforeFacets(
                table, PageSql.from(table, all) + " order by " + query.order().orderBy("t"), conditions);
    }
}
