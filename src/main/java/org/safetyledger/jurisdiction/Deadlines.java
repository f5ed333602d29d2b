package org.safetyledger.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The deadline of the subject for a grade, counted from the start. */
    public Deadline from(Instant start, DeadlineSubject subject, String grade) {
        DeadlineRule rule = rules.rule(subject, grade, Times.day(start));
        return switch (rule.unit()) {
            case HOUR -> deadline(rule, start, start.plus(Duration.ofHours(rule.amount())), new TreeMap<>(), List.of());
            case NATURAL_DAY ->
                deadline(rule, start, endOf(Times.day(start).plusDays(rule.amount())), new TreeMap<>(), List.of());
            case WORKING_DAY -> inWorkingDays(rule, start);
        };
    }

    /** The last moment to do something that must be done so long before the end. */
    public Instant before(Instant end, DeadlineSubject subject, String grade) {
        DeadlineRule rule = rules.rule(subject, grade, Times.day(end));
        LocalDate last = Times.day(end);
        if (rule.unit() == DeadlineUnit.HOUR) {
            return end.minus(Duration.ofHours(rule.amount()));
        }
        if (rule.unit() == DeadlineUnit.NATURAL_DAY) {
            return endOf(last.minusDays(rule.amount()));
        }
        WorkingCalendar.Period period = calendar.between(last.minusDays(lookAhead(rule)), last);
        for (int counted = 0; counted < rule.amount(); ) {
            last = last.minusDays(1);
            counted += period.isWorking(last) ? 1 : 0;
        }
        return endOf(last);
    }

    private Deadline inWorkingDays(DeadlineRule rule, Instant start) {
        LocalDate day = Times.day(start);
        WorkingCalendar.Period period = calendar.between(day, day.plusDays(lookAhead(rule)));
        SequencedMap<String, String> skipped = new TreeMap<>();
        TreeSet<Integer> unpublished = new TreeSet<>();
        for (int counted = 0; counted < rule.amount(); ) {
            day = day.plusDays(1);
            if (!period.isPublished(day.getYear())) {
                unpublished.add(day.getYear());
            }
            if (period.isWorking(day)) {
                counted++;
            } else {
                skipped.put(day.toString(), period.nameOf(day));
            }
        }
        return deadline(rule, start, endOf(day), skipped, List.copyOf(unpublished));
    }

    /** Enough days to hold the amount of working days even across the longest holidays. */
    private static long lookAhead(DeadlineRule rule) {
        return (long) rule.amount() * LOOK_AHEAD_FACTOR + 30;
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(Times.ZONE).toInstant();
    }

    private static Deadline deadline(
            DeadlineRule rule, Instant start, Instant due, Map<String, String> skipped, List<Integer> unpublished) {
        return new Deadline(rule.code(), rule.amount(), rule.unit(), rule.source(), start, due, skipped, unpublished);
    }
}
