package org.safetyledger.seeds;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the cells of one row must be to each other.
 *
 * @param column the column to name when the rule is broken
 * @param holds asked with the good cells only: an absent cell breaks no rule
 */
record RowRule(String column, Predicate<Row> holds, String reason) {

    private static final int HOURS_OF_DAY = 24;

    private static final Map<String, Integer> DIGITS_OF_LEVEL =
            Map.of("PROVINCE", 2, "CITY", 4, "COUNTY", 6, "TOWN", 9);

    static RowRule validityInOrder() {
        return new RowRule(
                "valid_to",
                row -> !(row.value("valid_from") instanceof LocalDate from
                        && row.value("valid_to") instanceof LocalDate to
                        && to.isBefore(from)),
                "is before valid_from");
    }

    static RowRule bothOrNeither(String column, String other) {
        return new RowRule(
                column,
                row -> row.bad().contains(column)
                        || row.bad().contains(other)
                        || (row.value(column) == null) == (row.value(other) == null),
                "must be given together with " + other);
    }

    /** So that no moment can be written in two ways, and two rungs at one moment are told by their cells. */
    static RowRule momentInItsPlainUnit() {
        return new RowRule(
                "unit",
                row -> !(row.value("amount") instanceof Integer amount)
                        || row.text("unit") == null
                        || isPlain(amount, "HOUR".equals(row.text("unit"))),
                "writes a moment in another unit than its plain one: 0 is in HOUR, whole days are in NATURAL_DAY");
    }

    private static boolean isPlain(int amount, boolean hours) {
        return amount == 0 ? hours : !hours || amount % HOURS_OF_DAY != 0;
    }

    /** Who has to act is told by the clock; an officer or leader is one of a level. */
    static RowRule levelOfAuthorities() {
        return new RowRule(
                "level",
                row -> row.bad().contains("level")
                        || row.text("addressee") == null
                        || "RESPONSIBLE".equals(row.text("addressee")) == (row.text("level") == null),
                "must be given for OFFICER and LEADER, and for them only");
    }

    static RowRule codeFitsLevel() {
        return new RowRule(
                "code",
                row -> row.text("code") == null
                        || row.text("level") == null
                        || Integer.valueOf(significantDigits(row.requiredText("code")))
                                .equals(DIGITS_OF_LEVEL.get(row.requiredText("level"))),
                "does not fit the level: 2 digits and zeros name a province, 4 a city, 6 a county, 9 a town");
    }

    /** Row security goes by prefixes, so a child that does not share its parent's would be seen by the wrong people. */
    static RowRule parentIsPrefix() {
        return new RowRule(
                "parent",
                row -> row.text("code") == null
                        || row.text("parent") == null
                        || isPrefix(row.requiredText("parent"), row.requiredText("code")),
                "does not share its prefix with the code");
    }

    private static boolean isPrefix(String parent, String code) {
        int digits = significantDigits(parent);
        return digits < significantDigits(code) && code.startsWith(parent.substring(0, digits));
    }

    private static int significantDigits(String code) {
        return DIGITS_OF_LEVEL.values().stream()
                .sorted()
                .filter(digits -> code.substring(digits).chars().allMatch(digit -> digit == '0'))
                .findFirst()
                .orElse(code.length());
    }
}
