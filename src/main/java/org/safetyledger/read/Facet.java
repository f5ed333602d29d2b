package org.safetyledger.read;

import org.jspecify.annotations.Nullable;

/**
 * By what the rows of a list are counted.
 *
 * @param expression a text of the row {@code t}, null where it is not counted; what holds for it, or does not, where it is a truth
 * @param column the column at which the expression looks alone; null where it is more than a column
 * @param told the value that is told for that text, for which {@code $} stands
 */
public record Facet(
        String name, String expression, @Nullable String column, String told, Kind kind, String description) {
    /** With which others it is counted. */
    enum Kind {
        /** What the object itself is. */
        OWN,

        /** The trade of its enterprise. */
        TRADE,

        /** Where it is. */
        PLACE,

        /** It holds for few rows that an index of its own tells, so that these are counted apart. */
        TRUTH
    }

    /** More values of one facet are not told, the rarest left out. */
    static final int MOST_VALUES = 200;

    public static Facet of(String name, String column, String said) {
        return ofColumn(name, column, "$", Kind.OWN, said);
    }

    public static Facet by(String name, String expression, String said) {
        return new Facet(name, expression, null, "$", Kind.OWN, said);
    }

    public static Facet ofTrade(String name, String column, String said) {
        return ofColumn(name, column, "$", Kind.TRADE, said);
    }

    /** The county, told by the code of its division; taken of the town's, so that both are one column to be counted. */
    public static Facet county(String said) {
        return ofColumn("county", "town_code", "substr($, 1, 6) || '000000'", Kind.PLACE, said);
    }

    public static Facet town(String said) {
        return ofColumn("town", "town_code", "$ || '000'", Kind.PLACE, said);
    }

    private static Facet ofColumn(String name, String column, String told, Kind kind, String said) {
        return new Facet(name, "t." + column, column, told, kind, said);
    }

    /** @param expression what holds for few rows */
    public static Facet truth(String name, String expression, String said) {
        return new Facet(name, expression, null, "$", Kind.TRUTH, said + " Its values are `true` and `false`.");
    }
}
