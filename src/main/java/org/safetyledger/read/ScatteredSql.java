package org.safetyledger.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a page of a list at the root is found where the rows that are asked for may lie anywhere in its order: what was changed since
 * yesterday is due at the end of it, and behind all of it where there is none. The first rows of the order are walked. Where these
 * do not fill the page, the keys of all rows that are found are put in order, whatever index finds them; a city's index by the last
 * change has what its lists are filtered and ordered by, so that no more than it is read.
 *
 * @param near conditions under which the order is walked
 * @param far what is asked of the rows that are met there
 * @param ofChanged whether what was changed is among that
 */
record ScatteredSql(List<String> near, List<String> far, boolean ofChanged) {
    /** So many are walked in some ten milliseconds, in which a value is met that one row in some hundred has. */
    private static final int WALKED = 5_000;

    /** For those who see one row in twenty or thirty walking takes as long, and an index has what was changed together. */
    private static final int WALKED_AMONG_OTHERS = 500;

    private static final Set<String> CHANGED = Set.of("updated_at");

    /** Null where one index has the rows together in the order of the list. */
    static @Nullable ScatteredSql of(ListQuery query) {
        Conditions conditions = query.conditions();
        String first = query.order().keys().getFirst().column();
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        String indexed = null;
        for (String condition : conditions.all()) {
            List<String> together = conditions.together(condition);
            boolean beginsTheOrder = conditions.columns(condition).equals(Set.of(first));
            // An index has the rows of one condition together, and of several values those of each.
            if (together == null || beginsTheOrder) {
                near.add(condition);
            } else if (indexed == null && together.contains(first) && !isOfSeveral(condition, conditions)) {
                indexed = condition;
                near.add(condition);
            } else {
                far.add(condition);
            }
        }
        boolean eachInOrder = indexed == null && far.size() == 1 && isInOrder(far.getFirst(), first, conditions);
        boolean ofChanged =
                far.stream().anyMatch(condition -> conditions.columns(condition).equals(CHANGED));
        return far.isEmpty() || eachInOrder ? null : new ScatteredSql(near, far, ofChanged);
    }

    private static boolean isOfSeveral(String condition, Conditions conditions) {
        Conditions.Alternatives alternatives = conditions.alternatives();
        return alternatives != null
                && alternatives.values().size() != 1
                && alternatives.named().equals(condition);
    }

    private static boolean isInOrder(String condition, String first, Conditions conditions) {
        List<String> together = conditions.together(condition);
        return together != null && together.contains(first);
    }

    /**
     * @param behind the condition of the rows behind the cursor, where there is one
     * @param ofTrades whether the caller sees only rows of some trades, which lie between those of others
     */
    String page(String columns, String table, ListOrder order, List<String> behind, boolean ofTrades) {
        String ordered = " order by " + order.orderBy("t");
        String paged = ordered + " limit :pageLimit";
        String walk = PageSql.from(table, PageSql.with(near, behind)) + ordered + " limit "
                + (ofTrades || ofChanged ? WALKED_AMONG_OTHERS : WALKED);
        String all = PageSql.from(table, PageSql.with(PageSql.with(near, far), behind));
        return "with walked as materialized (select " + columns + " from (select t.*" + walk + ") t where "
                + String.join(" and ", far) + paged
                + "), met as materialized (select count(*) n from walked) select t.* from ((select t.* from walked t"
                + " where (select n from met) >= :pageLimit) union all (select t.* from (select "
                + order.columns()
                // Without the limit in sight the planner takes the index that finds the rows, not the one of the order.
                + " from (select " + order.columns() + all
                + " offset 0) t where (select n from met) < :pageLimit" + paged
                + ") k cross join lateral (select " + columns + " from " + table
                + " t where t.id = k.id limit 1) t)) t" + ordered;
    }
}
