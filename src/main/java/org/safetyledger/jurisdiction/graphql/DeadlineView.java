package org.safetyledger.jurisdiction.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineDecision;
import org.safetyledger.jurisdiction.DeadlineUnit;

@RegisterForReflection
@Type("Deadline")
@Description("A clock with its end, the rule that made it and why it ends when it does.")
public record DeadlineView(
        @Description("The moment by which it is due.") OffsetDateTime dueAt,

        @Description("The moment from which it counts. Editing never moves it.")
        OffsetDateTime startedAt,

        @Description("Whether it has passed while the clock still runs; computed at the time of the request.")
        boolean overdue,

        @Description("Whole hours until it is due; negative behind it.")
        int hoursLeft,

        @Description("Code of the rule that made it; MANUAL when a person set the date within the rule's limit.")
        String rule,

        @Description("For a date that a person set: code of the rule whose limit it keeps.") @Nullable
        String limitRule,

        @Description(
                "For a date that a person set: how it came to be; null for one that a rule made, and for old ones.")
        @Nullable
        DeadlineDecision decision,

        @Description("How many units the rule gives: `rule`, or `limitRule` for a date that a person set.")
        int amount,

        @Description("Unit in which the rule counts.") DeadlineUnit unit,
        @Description("Where the rule comes from.") @Nullable String source,

        @Description("The first 200 of the days that did not count.")
        List<SkippedDay> skippedDays,

        @Description("How many days did not count, those that `skippedDays` leaves out with them.")
        int skippedDayCount,

        @Description("Years it runs into whose working-day calendar was not published when it was set: working days in"
                + " them were counted by weekdays alone, and its end may prove to be a day off.")
        List<Integer> unpublishedYears,

        @Description(
                "Why it ends when it does, in the request's language: the rule with its source or the decision of a"
                        + " person, and what was not counted.")
        String explanation) {
    /** A rule may give years of working days: what each clock of a page is weighed by must not grow with that. */
    static final int MOST_SKIPPED = 200;

    /** @param running whether the clock still runs: a stopped one is never overdue */
    public static DeadlineView of(Deadline deadline, boolean running, Instant now) {
        return new DeadlineView(
                Times.local(deadline.dueAt()),
                Times.local(deadline.startedAt()),
                running && deadline.dueAt().isBefore(now),
                (int) Duration.between(now, deadline.dueAt()).toHours(),
                deadline.rule(),
                deadline.limitRule(),
                deadline.decision(),
                deadline.amount(),
                deadline.unit(),
                deadline.source(),
                new TreeMap<>(deadline.skippedDays())
                        .entrySet().stream()
                                .limit(MOST_SKIPPED)
                                .map(day -> new SkippedDay(day.getKey(), day.getValue()))
                                .toList(),
                deadline.skippedDays().size(),
                deadline.unpublishedYears(),
                DeadlineExplanation.of(deadline));
    }

    @RegisterForReflection
    @Type("SkippedDay")
    @Description("A day that a deadline in working days did not count.")
    public record SkippedDay(
            @Description("The day, as YYYY-MM-DD.") String day,

            @Description("Name of the holiday, or the weekday.")
            String reason) {}
}
