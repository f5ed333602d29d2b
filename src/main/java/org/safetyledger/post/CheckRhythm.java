package org.safetyledger.post;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.safetyledger.graphql.Times;

/**
 * How often something is checked: once in each of its periods, which follow one another in Asia/Shanghai.
 *
 * @param shifts into how many shifts of equal length a day is divided; for SHIFT only
 * @param firstShiftHour the hour at which the first of them begins
 * @param workingDaysOnly whether a period without a working day does not count
 */
record CheckRhythm(Every every, int shifts, int firstShiftHour, boolean workingDaysOnly) {
    private static final int HOURS_OF_DAY = 24;

    /** What a check comes once in. */
    @Enum("PostCheckEvery")
    @Description("How often a check of a post is done.")
    public enum Every {
        @Description("Once in each shift.")
        SHIFT,
        @Description("Once on each day.")
        DAY,
        @Description("Once in each week, Monday to Sunday.")
        WEEK,
        @Description("Once in each calendar month.")
        MONTH
    }

    /** @param from first moment that belongs to it */
    record Period(Instant from, Instant until) {}

    /** The period in which a moment lies, whether it counts or not. */
    Period around(Instant moment) {
        ZonedDateTime local = moment.atZone(Times.ZONE);
        LocalDate day = local.toLocalDate();
        return switch (every) {
            case SHIFT -> shift(local);
            case DAY -> days(day, day.plusDays(1));
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield days(monday, monday.plusWeeks(1));
            }
            case MONTH -> days(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
        };
    }

    private Period shift(ZonedDateTime moment) {
        int length = HOURS_OF_DAY / shifts;
        ZonedDateTime first = moment.toLocalDate().atTime(firstShiftHour, 0).atZone(Times.ZONE);
        ZonedDateTime start = first.isAfter(moment) ? first.minusDays(1) : first;
        ZonedDateTime from = start.plusHours(ChronoUnit.HOURS.between(start, moment) / length * length);
        return new Period(from.toInstant(), from.plusHours(length).toInstant());
    }

    private static Period days(LocalDate from, LocalDate until) {
        return new Period(
                from.atStartOfDay(Times.ZONE).toInstant(),
                until.atStartOfDay(Times.ZONE).toInstant());
    }

    /** Whether a check is owed in the period: a night shift belongs to the day on which the first shift began. */
    boolean counts(Period period, Predicate<LocalDate> isWorking) {
        if (!workingDaysOnly) {
            return true;
        }
        LocalDate first = every == Every.SHIFT
                ? Times.day(period.from().minus(firstShiftHour, ChronoUnit.HOURS))
                : Times.day(period.from());
        LocalDate end = every == Every.SHIFT ? first.plusDays(1) : Times.day(period.until());
        return first.datesUntil(end).anyMatch(isWorking);
    }

    /** The first period that counts of those that begin at the moment or later. */
    Period from(Instant moment, Predicate<LocalDate> isWorking) {
        Period period = around(moment);
        while (!counts(period, isWorking)) {
            period = around(period.until());
        }
        return period;
    }
}
