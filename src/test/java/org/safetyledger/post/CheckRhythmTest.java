package org.safetyledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.post.CheckRhythm.Every;
import org.safetyledger.post.CheckRhythm.Period;

/** In which periods something is checked. */
class CheckRhythmTest {
    private static final Predicate<LocalDate> WEEKDAYS =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    private static final Predicate<LocalDate> NATIONAL_DAY =
            day -> WEEKDAYS.test(day) && !(day.getMonthValue() == 10 && day.getDayOfMonth() <= 8);

    @Test
    void dayOfTwoShiftsBeginsWithTheFirstAndTheNightBelongsToItsEvening() {
        // Given
        CheckRhythm shifts = new CheckRhythm(Every.SHIFT, 2, 8, true);

        // Then
        assertEquals(period("2026-11-27T08:00", "2026-11-27T20:00"), shifts.around(at("2026-11-27T08:00")));
        assertEquals(period("2026-11-26T20:00", "2026-11-27T08:00"), shifts.around(at("2026-11-27T07:59")));
        // Friday's night ends on Saturday, and Sunday's night on Monday.
        assertTrue(shifts.counts(shifts.around(at("2026-11-28T03:00")), WEEKDAYS));
        assertFalse(shifts.counts(shifts.around(at("2026-11-30T03:00")), WEEKDAYS));
        assertEquals(period("2026-11-30T08:00", "2026-11-30T20:00"), shifts.from(at("2026-11-28T08:00"), WEEKDAYS));
    }

    @Test
    void threeShiftsDivideTheDayFromTheHourThatTheEnterpriseNames() {
        // Given
        CheckRhythm shifts = new CheckRhythm(Every.SHIFT, 3, 7, false);

        // Then
        assertEquals(period("2026-11-27T15:00", "2026-11-27T23:00"), shifts.around(at("2026-11-27T15:00")));
        assertEquals(period("2026-11-26T23:00", "2026-11-27T07:00"), shifts.around(at("2026-11-27T01:00")));
    }

    @Test
    void weekWithoutWorkingDayIsSkipped() {
        // Given
        CheckRhythm weekly = new CheckRhythm(Every.WEEK, 3, 8, true);

        // Then: the first to the eighth are off, and the ninth is a Friday.
        assertEquals(period("2026-10-05T00:00", "2026-10-12T00:00"), weekly.from(at("2026-10-05T00:00"), NATIONAL_DAY));
        assertEquals(
                period("2026-10-12T00:00", "2026-10-19T00:00"),
                weekly.from(at("2026-10-05T00:00"), day -> NATIONAL_DAY.test(day) && day.getDayOfMonth() != 9));
    }

    @Test
    void dayOffIsSkippedUnlessEveryDayCounts() {
        // Then
        assertEquals(
                period("2026-10-09T00:00", "2026-10-10T00:00"),
                new CheckRhythm(Every.DAY, 3, 8, true).from(at("2026-10-01T00:00"), NATIONAL_DAY));
        assertEquals(
                period("2026-10-01T00:00", "2026-10-02T00:00"),
                new CheckRhythm(Every.DAY, 3, 8, false).from(at("2026-10-01T00:00"), NATIONAL_DAY));
        assertEquals(
                period("2028-02-01T00:00", "2028-03-01T00:00"),
                new CheckRhythm(Every.MONTH, 3, 8, true).around(at("2028-02-29T23:59")));
    }

    private static Period period(String from, String until) {
        return new Period(at(from), at(until));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00")
                .atZoneSameInstant(Times.ZONE)
                .toInstant();
    }
}
