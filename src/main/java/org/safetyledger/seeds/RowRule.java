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
