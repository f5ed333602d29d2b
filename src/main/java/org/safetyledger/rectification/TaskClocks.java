package org.safetyledger.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.TotalClockMoved;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineDecision;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;

/** Until when a task may run: what a person may set, and how it goes with its hazard's clock. */
@ApplicationScoped
class TaskClocks {
    private final RectificationTaskRepository tasks;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Clock clock;

    TaskClocks(RectificationTaskRepository tasks, Deadlines deadlines, Journal journal, Clock clock) {
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.journal = journal;
        this.clock = clock;
    }

    /** A task at work ends with its hazard; one with a date of its own, set after the hazard's end, keeps it. */
    void follow(@Observes TotalClockMoved moved) {
        tasks.lockOpen(moved.hazard().id())
                .filter(task -> task.dueAt().equals(moved.before()))
                .ifPresent(task -> {
                    task.runUntil(moved.hazard().deadline());
                    journal.record(task, "DEADLINE_MOVED", Map.of("dueAt", Times.text(task.dueAt())));
                });
    }

    /**
     * The clock of a new task: the hazard's, or a date within it. A hazard whose clock has ended needs a date and the
     * reason for it, within what the rule gives from now on.
     */
    Deadline ofNewTask(Hazard hazard, @Nullable Instant dueAt, @Nullable String lateReason) {
        if (ended(hazard)) {
            return afterTheEnd(hazard, dueAt, lateReason);
        }
        if (dueAt == null) {
            return hazard.deadline();
        }
        return within(hazard.deadline(), DeadlineDecision.ASSIGNMENT, dueAt, hazard.dueAt());
    }

    boolean ended(Hazard hazard) {
        return !hazard.dueAt().isAfter(clock.instant());
    }

    private Deadline afterTheEnd(Hazard hazard, @Nullable Instant dueAt, @Nullable String lateReason) {
        if (dueAt == null || lateReason == null) {
            throw Refusal.at(
                    dueAt == null ? "dueAt" : "lateReason", ErrorCode.TOTAL_CLOCK_ENDED, Times.text(hazard.dueAt()));
        }
        return within(hazard.deadline(), DeadlineDecision.LATE_ASSIGNMENT, dueAt, ruleFromNow(hazard));
    }

    /**
     * The clock after a failed review: a new date within what the rule gives from now on and the longest extension from
     * the start, never less than the task has anyhow. When nothing of that is left, the old clock stays, overdue.
     */
    Deadline afterFailedReview(RectificationTask task, Hazard hazard, @Nullable Instant newDueAt) {
        Instant longest = longest(task.deadline(), hazard.grade().name());
        Instant byRule = ruleFromNow(hazard);
        Instant allowed = byRule.isBefore(longest) ? byRule : longest;
        Instant latest = allowed.isAfter(task.dueAt()) ? allowed : task.dueAt();
        if (newDueAt != null) {
            return within(task.deadline(), DeadlineDecision.FAILED_REVIEW, newDueAt, latest);
        }
        if (latest.isAfter(clock.instant())) {
            throw Refusal.at("newDueAt", ErrorCode.TEXT_REQUIRED);
        }
        return task.deadline();
    }

    /** The farthest end that a clock can ever have by the rules of its start: its own, and the longest extension on top. */
    Instant longest(Deadline total, String grade) {
        Instant most = deadlines
                .from(total.startedAt(), DeadlineSubject.RECTIFICATION_TOTAL, grade)
                .dueAt();
        return deadlines
                .from(most, DeadlineSubject.EXTENSION_MAXIMUM, grade, Times.day(total.startedAt()))
                .dueAt();
    }

    private Instant ruleFromNow(Hazard hazard) {
        return deadlines
                .from(
                        clock.instant(),
                        DeadlineSubject.RECTIFICATION_TOTAL,
                        hazard.grade().name())
                .dueAt();
    }

    private Deadline within(Deadline total, DeadlineDecision decision, Instant dueAt, Instant latest) {
        String field = decision == DeadlineDecision.FAILED_REVIEW ? "newDueAt" : "dueAt";
        if (dueAt.isBefore(clock.instant())) {
            throw Refusal.at(field, ErrorCode.DEADLINE_IN_PAST);
        }
        if (dueAt.isAfter(latest)) {
            throw Refusal.at(field, ErrorCode.DEADLINE_TOO_LATE, Times.text(latest));
        }
        return deadlines.moved(total, dueAt, decision);
    }
}
