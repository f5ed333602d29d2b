package org.safetyledger.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Instants and days as this city's people read them. */
public final class Times {
    /** Business days and daily reports are those of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Times() {}

    public static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime localOrNull(@Nullable Instant instant) {
        return instant == null ? null : local(instant);
    }

    /** The instant of an input's time, or a refusal of one that no calendar or database knows. */
    public static Instant instant(OffsetDateTime time, String field) {
        within(time.getYear(), field);
        return time.toInstant();
    }

    public static @Nullable Instant instantOrNull(@Nullable OffsetDateTime time, String field) {
        return time == null ? null : instant(time, field);
    }

    /** The day of an input, or a refusal of one that no calendar or database knows. */
    public static LocalDate day(LocalDate day, String field) {
        within(day.getYear(), field);
        return day;
    }

    public static @Nullable LocalDate dayOrNull(@Nullable LocalDate day, String field) {
        return day == null ? null : day(day, field);
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
