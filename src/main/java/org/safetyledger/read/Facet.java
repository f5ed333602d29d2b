package org.safetyledger.read;

/**
 * By what the rows of a list are counted.
 *
 * @param expression a text of the row {@code t}, null where it is not counted; what holds for it, or does not, where it is a truth
 * @param told the value that is told for that text, for which {@code $} stands
 * @param truth whether it holds for few rows that an index of its own tells, so that these are counted apart
 */
public record Facet(String name, String expression, String told, boolean truth, String description) {
    /** More values of one facet are not told, the rarest left out. */
    static final int MOST_VALUES = 200;

    public static Facet of(String name, String column, String said) {
        return by(name, "t." + column, said);
    }

    public static Facet by(String name, String expression, String said) {
        return new Facet(name, expression, "$", false, said);
    }

    /** A place by the column of its level, told by the code of its division. */
    public static Facet county(String said) {
        return new Facet("county", "t.county_code", "$ || '000000'", false, said);
    }

    public static Facet town(String said) {
        return new Facet("town", "t.town_code", "$ || '000'", false, said);
    }

    /** @param expression what holds for few rows */
    public static Facet truth(String name, String expression, String said) {
        return new Facet(name, expression, "$", true, said + " Its values are `true` and `false`.");
    }
}
