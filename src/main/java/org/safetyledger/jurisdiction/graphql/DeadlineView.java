package org.safetyledger.jurisdiction.graphql;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineDecision;
import org.safetyledger.jurisdiction.DeadlineUnit;

@Type("Deadline")
@Description("A clock with its end, the rule that made it and why it ends when it does.")
public final class DeadlineView {
    private final Deadline deadline;
    private final boolean running;

    /** @param running whether the clock still runs: a stopped one is never overdue */
    public DeadlineView(Deadline deadline, boolean running) {
        this.deadline = deadline;
        this.running = running;
    }

    public static @Nullable DeadlineView orNull(@Nullable Deadline deadline, boolean running) {
        return deadline == null ? null : new DeadlineView(deadline, running);
    }

    @NonNull
    @Description("The moment by which it is due.")
    public OffsetDateTime getDueAt() {
        return Times.local(deadline.dueAt());
    }

    @NonNull
    @Description("The moment from which it counts. Editing never moves it.")
    public OffsetDateTime getStartedAt() {
        return Times.local(deadline.startedAt());
    }

    @Description("Whether it has passed while the clock still runs; computed at the time of the request.")
    public boolean isOverdue() {
        return running && deadline.dueAt().isBefore(Instant.now());
    }

    @Description("Whole hours until it is due; negative behind it.")
    public int getHoursLeft() {
        return (int) Duration.between(Instant.now(), deadline.dueAt()).toHours();
    }

    @NonNull
    @Description("Code of the rule that made it; MANUAL when a person set the date within the rule's limit.")
    public String getRule() {
        return deadline.rule();
    }

    @Description("For a date that a person set: code of the rule whose limit it keeps.")
    public @Nullable String getLimitRule() {
        return deadline.limitRule();
    }

    @Description("For a date that a person set: how it came to be; null for one that a rule made, and for old ones.")
    public @Nullable DeadlineDecision getDecision() {
        return deadline.decision();
    }

    @Description("How many units the rule gives: `rule`, or `limitRule` for a date that a person set.")
    public int getAmount() {
        return deadline.amount();
    }

    @NonNull
    @Description("Unit in which the rule counts.")
    public DeadlineUnit getUnit() {
        return deadline.unit();
    }

    @Description("Where the rule comes from.")
    public @Nullable String getSource() {
        return deadline.source();
    }

    @NonNull
    @Description("The days that did not count.")
    public List<@NonNull SkippedDay> getSkippedDays() {
        return new TreeMap<>(deadline.skippedDays())
                .entrySet().stream()
                        .map(day -> new SkippedDay(day.getKey(), day.getValue()))
                        .toList();
    }

    @NonNull
    @Description("Years it runs into whose working-day calendar was not published when it was set: working days in"
            + " them were counted by weekdays alone, and its end may prove to be a day off.")
    public List<@NonNull Integer> getUnpublishedYears() {
        return deadline.unpublishedYears();
    }

    @NonNull
    @Description("Why it ends when it does, in the request's language: the rule with its source or the decision of a"
            + " person, and what was not counted.")
    public String getExplanation() {
        return DeadlineExplanation.of(deadline);
    }

    @Type("SkippedDay")
    @Description("A day that a deadline in working days did not count.")
    public record SkippedDay(
            @NonNull @Description("The day, as YYYY-MM-DD.") String day,

            @NonNull @Description("Name of the holiday, or the weekday.")
            String reason) {}
}
