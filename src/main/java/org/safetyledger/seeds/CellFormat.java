package org.safetyledger.seeds;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.safetyledger.graphql.CreditCode;

/**
 * What the text of a cell must look like and which value it stands for.
 *
 * @param reason what to tell about a cell that does not fit
 * @param parse the value, or empty for a cell that does not fit
 */
record CellFormat(String reason, Function<String, Optional<Object>> parse) {

    static final CellFormat NAME = text(200);
    static final CellFormat TEXT = text(2000);
    /** A key of our own. Without colon and bar, so that keys can be joined by them. */
    static final CellFormat CODE =
            shaped("is not a code of 1 to 64 letters, digits, '-', '_' and '.'", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    static final CellFormat KIND = shaped("is not a kind in capitals such as FIRE_RESCUE", "[A-Z][A-Z0-9_]{0,63}");
    static final CellFormat DIVISION_CODE = shaped("is not a division code of 12 digits", "[0-9]{12}");
    static final CellFormat INDUSTRY_CODE =
            shaped("is not an industry code of GB/T 4754 such as C or C26", "[A-T]([0-9]{2,4})?");
    static final CellFormat CREDIT_CODE = new CellFormat(
            "is not " + CreditCode.FORM, cell -> Optional.<Object>of(cell).filter(code -> CreditCode.isValid(cell)));
    static final CellFormat DATE = new CellFormat("is not a date such as 2026-01-31", CellFormat::date);

    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    static CellFormat text(int maximum) {
        return new CellFormat(
                "is longer than " + maximum + " characters",
                cell -> Optional.<Object>of(cell).filter(any -> cell.codePointCount(0, cell.length()) <= maximum));
    }

    static CellFormat oneOf(String... values) {
        List<String> allowed = List.of(values);
        return new CellFormat(
                "is not one of " + String.join(", ", allowed),
                cell -> Optional.<Object>of(cell).filter(allowed::contains));
    }

    static CellFormat wholeNumber(int minimum) {
        return new CellFormat(
                "is not a whole number of at least " + minimum,
                cell -> matching("[0-9]{1,9}", cell)
                        .map(Integer::valueOf)
                        .filter(number -> number >= minimum)
                        .map(Object.class::cast));
    }

    static CellFormat signedNumber(int most) {
        return new CellFormat(
                "is not a whole number between -" + most + " and " + most,
                cell -> matching("-?[0-9]{1,9}", cell)
                        .map(Integer::valueOf)
                        .filter(number -> Math.abs(number) <= most)
                        .map(Object.class::cast));
    }

    static CellFormat degrees(int limit) {
        return new CellFormat(
                "is not a decimal number between -" + limit + " and " + limit,
                cell -> matching("-?[0-9]{1,3}([.][0-9]{1,12})?", cell)
                        .map(Double::valueOf)
                        .filter(degrees -> Math.abs(degrees) <= limit)
                        .map(Object.class::cast));
    }

    /** Cells of one format, separated by semicolons. */
    static CellFormat listOf(CellFormat format) {
        return new CellFormat("has a part that " + format.reason(), cell -> {
            List<Object> values = new ArrayList<>();
            for (String part : cell.split(";", -1)) {
                Optional<Object> value = format.parse().apply(part.strip());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
            return Optional.of(List.copyOf(values));
        });
    }

    private static CellFormat shaped(String reason, String shape) {
        return new CellFormat(reason, cell -> matching(shape, cell).map(Object.class::cast));
    }

    private static Optional<String> matching(String shape, String cell) {
        return cell.matches(shape) ? Optional.of(cell) : Optional.empty();
    }

    private static Optional<Object> date(String cell) {
        if (!ISO_DATE.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
