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
     * @param more conditions beside those of the filter
     */
    static String rows(String columns, String table, ListQuery query, boolean behindCursor, List<String> more) {
        Conditions conditions = query.conditions();
        ListOrder order = query.order();
        Conditions.Alternatives alternatives = conditions.alternatives();
        List<String> all = new ArrayList<>(more);
        if (alternatives != null) {
            all.add("t." + alternatives.column() + " = v.value");
        }
        if (behindCursor) {
            all.add(order.behindCursor());
        }
        String ordered = " order by " + order.orderBy("t") + " limit :pageLimit";
        String from = " from " + table + " t" + where(conditions, all) + ordered;
        // A search looks at titles in an index, and takes only the rows that it has found.
        String rows = conditions.searching()
                ? "select " + columns + " from (select " + order.columns() + from + ") k join " + table
                        + " t on t.id = k.id order by " + order.orderBy("t")
                : "select " + columns + from;
        return alternatives == null
                ? rows
                : "select t.* from unnest(cast(:" + alternatives.parameter()
                        + " as text[])) v(value) cross join lateral (" + rows + ") t" + ordered;
    }

    /** The count of all pages. */
    static String count(String table, Conditions conditions, List<String> more) {
        List<String> all = new ArrayList<>(more);
        Conditions.Alternatives alternatives = conditions.alternatives();
        if (alternatives != null) {
            all.add("t." + alternatives.column() + " = any(:" + alternatives.parameter() + ")");
        }
        return "select count(*) from " + table + " t" + where(conditions, all);
    }

    private static String where(Conditions conditions, List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(conditions.fragments());
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }
}
