package org.safetyledger.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.safetyledger.graphql.Times;

/**
 * Computes deadlines by the loaded rules. A deadline in days ends with the last second of its day in Asia/Shanghai and
 * does not count the day on which it starts; one in hours ends to the second.
 */
@ApplicationScoped
public class Deadlines {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final int LOOK_AHEAD_FACTOR = 3;

    private final DeadlineRules rules;
    private final WorkingCalendar calendar;

    Deadlines(DeadlineRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** Whether a clock of the subject can start then: rules hold from some day on. */
    public boolean canStart(Instant start, String subject) {
        return rules.holds(subject, "", Times.day(start));
    }

    /** The deadline of the subject for a grade or another case of it, counted from the start. */
    public Deadline from(Instant start, String subject, String grade) {
        return from(start, subject, grade, Times.day(start));
    }

    /** @param on the day whose rule it is counted by, where that is not the day of the start */
    public Deadline from(Instant start, String subject, String grade, LocalDate on) {
        DeadlineRule rule = rules.rule(subject, grade, on);
        LocalDate day = Times.day(start);
        return switch (rule.unit()) {
            case HOUR -> deadline(rule, start, start.plus(Duration.ofHours(rule.amount())));
            case NATURAL_DAY -> deadline(rule, start, endOf(day.plusDays(rule.amount())));
            case YEAR -> deadline(rule, start, endOf(day.plusYears(rule.amount())));
            case WORKING_DAY -> inWorkingDays(rule, start, 1);
        };
    }

    /**
     * The last moment to do something that must be done so long before the end, counted back from it.
     *
     * @param on the day whose rule it is counted by: that on which it is done
     */
    public Deadline before(Instant end, String subject, String grade, LocalDate on) {
        DeadlineRule rule = rules.rule(subject, grade, on);
        LocalDate day = Times.day(end);
        return switch (rule.unit()) {
            case HOUR -> deadline(rule, end, end.minus(Duration.ofHours(rule.amount())));
            case NATURAL_DAY -> deadline(rule, end, endOf(day.minusDays(rule.amount())));
            case YEAR -> deadline(rule, end, endOf(day.minusYears(rule.amount())));
            case WORKING_DAY -> inWorkingDays(rule, end, -1);
        };
    }

    /** The same clock with another end, set by a person. */
    public Deadline moved(Deadline clock, Instant dueAt, DeadlineDecision decision) {
        return new Deadline(
                Deadline.MANUAL,
                clock.isManual() ? clock.limitRule() : clock.rule(),
                decision,
                clock.amount(),
                clock.unit(),
                clock.source(),
                clock.startedAt(),
                dueAt,
                Map.of(),
                unpublishedYears(clock.startedAt(), dueAt));
    }

    /** The moment so much later than another, or earlier where the amount is negative; of days their last second. Nothing is the moment itself. */
    public Instant shifted(Instant moment, int amount, DeadlineUnit unit) {
        if (amount == 0) {
            return moment;
        }
        LocalDate day = Times.day(moment);
        return switch (unit) {
            case HOUR -> moment.plus(Duration.ofHours(amount));
            case NATURAL_DAY -> endOf(day.plusDays(amount));
            case YEAR -> endOf(day.plusYears(amount));
            case WORKING_DAY -> endOf(workingDay(day, Math.abs(amount), Integer.signum(amount), new TreeMap<>()));
        };
    }

    /** @param skipped takes the days off that did not count */
    private LocalDate workingDay(LocalDate start, int amount, int step, Map<String, String> skipped) {
        LocalDate day = start;
        LocalDate farthest = day.plusDays(step * lookAhead(amount));
        WorkingCalendar.Period period = step > 0 ? years(day, farthest) : years(farthest, day);
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(step);
            if (period.isWorking(day)) {
                counted++;
            } else {
                skipped.put(day.toString(), period.nameOf(day));
            }
        }
        return day;
    }

    /** @param step 1 to count on from the start, -1 to count back; back, the day of the start itself counts as left */
    private Deadline inWorkingDays(DeadlineRule rule, Instant start, int step) {
        SequencedMap<String, String> skipped = new TreeMap<>();
        Instant due = endOf(workingDay(Times.day(start), rule.amount(), step, skipped));
        return new Deadline(
                rule.code(),
                null,
                null,
                rule.amount(),
                rule.unit(),
                rule.source(),
                start,
                due,
                skipped,
                unpublishedYears(start, due));
    }

    /** Whatever the unit: what falls on a day that is not known to be off yet may have to be read again. */
    public List<Integer> unpublishedYears(Instant start, Instant due) {
        LocalDate first = Times.day(start.isBefore(due) ? start : due);
        LocalDate to = Times.day(start.isBefore(due) ? due : start);
        LocalDate from = first.isBefore(to) ? first.plusDays(1) : to;
        WorkingCalendar.Period period = years(from, to);
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(year -> !period.isPublished(year))
                .boxed()
                .toList();
    }

    /** Whole years, so that the many periods of a day find the few that are kept. */
    private WorkingCalendar.Period years(LocalDate from, LocalDate to) {
        return calendar.between(
                from.with(TemporalAdjusters.firstDayOfYear()), to.with(TemporalAdjusters.lastDayOfYear()));
    }

    /** Enough days to hold the amount of working days even across the longest holidays. */
    private static long lookAhead(int amount) {
        return (long) amount * LOOK_AHEAD_FACTOR + 30;
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(Times.ZONE).toInstant();
    }

    private Deadline deadline(DeadlineRule rule, Instant start, Instant due) {
        return new Deadline(
                rule.code(),
                null,
                null,
                rule.amount(),
                rule.unit(),
                rule.source(),
                start,
                due,
                Map.of(),
                unpublishedYears(start, due));
    }
}
