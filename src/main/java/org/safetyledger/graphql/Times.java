package org.safetyledger.graphql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants and days as this city's people read them. */
public final class Times {
    /** Business days and daily reports are those of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Before 1901 this zone had its local mean time, whose offset has seconds: no offset of RFC 3339. */
    private static final int FIRST_YEAR = 1901;

    private static final int LAST_YEAR = 2200;

    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = "2026-03-01T08:30:00.123456789+08:00".length();
    private static final int LENGTH_OF_DAY = "2026-03-01".length();

    private Times() {}

    public static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    /** By RFC 3339 in the offset of this zone; seconds are there even when they are zero. */
    public static String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(instant));
    }

    /** The moment that a text names by RFC 3339, to the microsecond as it is kept; null for any other text. */
    public static @Nullable Instant parsedInstant(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text, RFC_3339).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException other) {
            return null;
        }
    }

    /** The day that a text names as YYYY-MM-DD; null for any other text. */
    public static @Nullable LocalDate parsedDay(String text) {
        if (text.length() != LENGTH_OF_DAY) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException other) {
            return null;
        }
    }

    /** The instant of an input's time, or a refusal of one that no calendar or database knows. */
    public static Instant instant(OffsetDateTime time, String field) {
        return instant(time.toInstant(), field);
    }

    public static Instant instant(Instant instant, String field) {
        within(local(instant).getYear(), field);
        return instant;
    }

    /** The day of an input, or a refusal of one that no calendar or database knows. */
    public static LocalDate day(LocalDate day, String field) {
        within(day.getYear(), field);
        return day;
    }

    private static void within(int year, String field) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.at(
                    field, ErrorCode.VALUE_OUT_OF_RANGE, Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
        }
    }

    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
