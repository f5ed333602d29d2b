package org.safetyledger.graphql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which each scalar takes a value; texts, ids and booleans are left to the engine, which is strict with
 * them. Days and times are read to the text that every reader understands.
 */
public enum ScalarForm {
    INT("Int", "a whole number from -2147483648 to 2147483647, such as 20", ScalarForm::integer),
    FLOAT("Float", "a number, such as 114.35", ScalarForm::decimal),
    DATE("Date", "a day as YYYY-MM-DD, such as 2026-03-01", ScalarForm::day),
    DATE_TIME(
            "DateTime",
            "a time by RFC 3339 with seconds and offset, such as 2026-03-01T08:30:00+08:00",
            ScalarForm::instant);

    /** Under these names an error of the engine says what was wanted and what was given. */
    public static final String EXPECTED = "expected";

    public static final String VALUE = "value";

    private static final Map<String, ScalarForm> BY_SCALAR =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(form -> form.scalar, Function.identity()));

    private final String scalar;
    private final String description;
    private final Function<Object, @Nullable Object> reading;

    ScalarForm(String scalar, String description, Function<Object, @Nullable Object> reading) {
        this.scalar = scalar;
        this.description = description;
        this.reading = reading;
    }

    public static @Nullable ScalarForm of(String scalar) {
        return BY_SCALAR.get(scalar);
    }

    String description() {
        return description;
    }

    /** The value as the rest of the program takes it; null when it is of another form. */
    @Nullable
    Object read(Object value) {
        return reading.apply(value);
    }

    /** A number with a point or an exponent is no whole number, whatever its value. */
    private static @Nullable Object integer(Object value) {
        return switch (value) {
            case Integer number -> number;
            case BigInteger number when number.bitLength() < Integer.SIZE -> number.intValue();
            case BigDecimal number when number.scale() == 0 -> integer(number.unscaledValue());
            default -> null;
        };
    }

    private static @Nullable Object decimal(Object value) {
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? number : null;
    }

    private static @Nullable Object day(Object value) {
        LocalDate day = value instanceof String text ? Times.parsedDay(text) : null;
        return day == null ? null : day.toString();
    }

    /** In one offset, so that the same moment is the same text. */
    private static @Nullable Object instant(Object value) {
        Instant instant = value instanceof String text ? Times.parsedInstant(text) : null;
        return instant == null ? null : instant.toString();
    }
}
