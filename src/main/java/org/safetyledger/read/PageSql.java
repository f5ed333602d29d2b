package org.safetyledger.read;

import java.util.ArrayList;
import java.util.List;

/** The statements of a page and of a count, on the list's table under the alias {@code t}. */
final class PageSql {
    private PageSql() {}

    /**
     * One page; with several values asked for, the first rows of each value, of which the first make the page.
     *
     * @param columns the columns of {@code t} to take, those of the order among them
     * @param ofTrades whether the caller sees only rows of some trades
     * @param more conditions beside those of the filter, where the list is that of one object
     */
    static String rows(
            String columns, String table, ListQuery query, boolean behindCursor, boolean ofTrades, List<String> more) {
        Conditions conditions = query.conditions();
        ListOrder order = query.order();
        Conditions.Alternatives alternatives = conditions.alternatives();
        List<String> all = with(more, conditions.fragments());
        if (behindCursor) {
            all.add(order.behindCursor());
        }
        ScatteredSql scattered = more.isEmpty() && !conditions.searching() ? ScatteredSql.of(query) : null;
        if (scattered != null) {
            return scattered.page(
                    columns, table, order, behindCursor ? List.of(order.behindCursor()) : List.of(), ofTrades);
        }
        List<String> each =
                alternatives == null ? all : with(all, List.of("t." + alternatives.column() + " = v.value"));
        String ordered = " order by " + order.orderBy("t") + " limit :pageLimit";
        // A search looks at texts in an index, and takes only the rows that it has found.
        String rows = conditions.searching()
                // Row by row: the planner, which does not know how few there are, would read the whole table for a
                // join.
                ? "select t.* from (" + keys(table, query, each, ordered, more.isEmpty())
                        + ") k cross join lateral (select " + columns + " from " + table
                        + " t where t.id = k.id limit 1) t order by " + order.orderBy("t")
                : "select " + columns + from(table, each) + ordered;
        String page = alternatives == null
                ? rows
                : "select t.* from unnest(cast(:" + alternatives.parameter()
                        + " as text[])) v(value) cross join lateral (" + rows + ") t" + ordered;
        return conditions.searching() && more.isEmpty()
                ? SearchSql.beforePage(
                                table,
                                from(table, with(all, anyOf(conditions))) + " order by " + order.orderBy("t"),
                                conditions)
                        + page
                : page;
    }

    private static String keys(String table, ListQuery query, List<String> each, String ordered, boolean atRoot) {
        List<String> matching = with(each, query.conditions().texts());
        String columns = "select " + query.order().columns();
        return atRoot
                ? "(" + columns + from(table, with(matching, List.of(SearchSql.AMONG_FEW))) + ordered + ") union all ("
                        + columns + from(table, with(matching, List.of(SearchSql.TOO_MANY))) + ordered + ")"
                : columns + from(table, matching) + ordered;
    }

    /** The count of all pages; of a search, one more than is told where there are more. */
    static String count(String table, ListQuery query, List<String> more) {
        Conditions conditions = query.conditions();
        List<String> all = with(more, anyOf(conditions));
        all.addAll(conditions.fragments());
        if (!conditions.searching()) {
            return "select count(*)" + from(table, all);
        }
        // In the list's order, whose index has what is searched.
        String ordered = " order by " + query.order().orderBy("t");
        String matching = from(table, with(all, conditions.texts()));
        return more.isEmpty()
                ? SearchSql.count(table, from(table, all) + ordered, matching, ordered, conditions)
                : SearchSql.bounded(matching);
    }

    static List<String> anyOf(Conditions conditions) {
        Conditions.Alternatives alternatives = conditions.alternatives();
        return alternatives == null
                ? List.of()
                : List.of("t." + alternatives.column() + " = any(:" + alternatives.parameter() + ")");
    }

    static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    static String from(String table, List<String> all) {
        return " from " + table + " t" + (all.isEmpty() ? "" : " where " + String.join(" and ", all));
    }
}
