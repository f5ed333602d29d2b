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

    @Description("How many units the rule gives.")
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
    @Description("The computation in one sentence.")
    public String getExplanation() {
        String counted = deadline.amount() + " × " + deadline.unit() + " from " + Times.local(deadline.startedAt());
        String skipped =
                deadline.skippedDays().isEmpty() ? "" : "; not counted: " + new TreeMap<>(deadline.skippedDays());
        String years = deadline.unpublishedYears().isEmpty()
                ? ""
                : "; no published calendar for " + deadline.unpublishedYears();
        return deadline.rule() + ": " + counted + " = " + getDueAt() + skipped + years;
    }

    @Type("SkippedDay")
    @Description("A day that a deadline in working days did not count.")
    public record SkippedDay(
            @NonNull @Description("The day, as YYYY-MM-DD.") String day,

            @NonNull @Description("Name of the holiday, or the weekday.")
            String reason) {}
}
