package org.safetyledger.read;

/**
 * How a search at the root finds its rows. A common word is met by walking the index of the list; for a rare one the function
 * {@code ledger_search} tells the ids that have it, whose rows then pass the row policy like any others. A few rows of the
 * list are tried first, to tell which.
 */
final class SearchSql {
    /** What a search finds is counted so far. */
    static final int MOST_COUNTED = 10_000;

    /** So many rows are taken by their ids and put in order faster than they are met in the index of a city. */
    private static final int FEW = 1_500;

    private static final int TRIED_FOR_PAGE = 300;
    private static final int TRIED_FOR_COUNT = 1_000;

    /** Where one row in twenty has the words, walking meets those that are counted sooner than their ids are looked up. */
    private static final int COMMON = TRIED_FOR_COUNT / 20;

    /** Rows that were found by their ids; none where these are too many. */
    static final String AMONG_FEW = "t.id = any((select ids from found)::uuid[])";

    static final String TOO_MANY = "(select ids from found) is null";

    private SearchSql() {}

    /** @param ordered the list without the words, in its order, from the page's beginning */
    static String beforePage(String table, String ordered, Conditions conditions) {
        return "with tried as materialized (select count(*) n from (select t.searched" + ordered + " limit "
                + TRIED_FOR_PAGE
                + ") t where " + String.join(" and ", conditions.texts()) + "), found as materialized (select case when"
                + " cardinality(ids) <= " + FEW + " then ids end ids from (select case when n < :pageLimit then "
                + candidates(table, FEW) + " end ids from tried) f) ";
    }

    /**
     * @param list the list without the words, in its order
     * @param matching the list with them, without an order
     */
    static String count(String table, String list, String matching, String ordered, Conditions conditions) {
        return "with tried as materialized (select count(*) n from (select t.searched" + list + " limit "
                + TRIED_FOR_COUNT
                + ") t where " + String.join(" and ", conditions.texts())
                + "), found as materialized (select case when n < "
                + COMMON + " then " + candidates(table, MOST_COUNTED)
                + " end ids from tried), seen as materialized (select"
                + " count(*) n" + matching + " and " + AMONG_FEW + ") select case when cardinality(ids) <= "
                + MOST_COUNTED
                + " or n > " + MOST_COUNTED + " then n else (" + bounded(matching + ordered) + ") end from found, seen";
    }

    /** The ids of what is found where these are so few that they are counted. */
    static String beforeFacets(String table, String ordered, Conditions conditions) {
        return "with tried as materialized (select count(*) n from (select t.searched" + ordered + " limit "
                + TRIED_FOR_COUNT
                + ") t where " + String.join(" and ", conditions.texts()) + "), found as materialized (select case when"
                + " cardinality(ids) <= " + MOST_COUNTED + " then ids end ids from (select case when n < " + COMMON
                + " then "
                + candidates(table, MOST_COUNTED) + " end ids from tried) f), ";
    }

    static String bounded(String matching) {
        return "select count(*) from (select 1" + matching + " limit " + (MOST_COUNTED + 1) + ") c";
    }

    private static String candidates(String table, int most) {
        return "ledger_search('" + table + "', cast(:" + Conditions.WORDS + " as text[]), " + (most + 1) + ")";
    }
}
