package org.safetyledger.read;

/**
 * By what the rows of a list are counted.
 *
 * @param expression a text of the row {@code t}, null where it is not counted; what holds for it, or does not, where it is a truth
 * @param told the value that is told for that text, for which {@code $} stands
 */
public record Facet(String name, String expression, String told, Kind kind, String description) {
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
        return by(name, "t." + column, said);
    }

    public static Facet by(String name, String expression, String said) {
        return new Facet(name, expression, "$", Kind.OWN, said);
    }

    public static Facet ofTrade(String name, String column, String said) {
        return new Facet(name, "t." + column, "$", Kind.TRADE, said);
    }

    /** The county, told by the code of its division; taken of the town's, so that both are one column to be counted. */
    public static Facet county(String said) {
        return new Facet("county", "t.town_code", "substr($, 1, 6) || '000000'", Kind.PLACE, said);
    }

    public static Facet town(String said) {
        return new Facet("town", "t.town_code", "$ || '000'", Kind.PLACE, said);
    }

    /** @param expression what holds for few rows */
    public static Facet truth(String name, String expression, String said) {
        return new Facet(name, expression, "$", Kind.TRUTH, said + " Its values are `true` and `false`.");
    }
}
