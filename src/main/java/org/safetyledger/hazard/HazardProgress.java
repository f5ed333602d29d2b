package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;

/** Moves a hazard along with its rectification task, in the task's transaction. The hazard is locked before the task. */
@ApplicationScoped
public class HazardProgress {
    private final HazardRepository hazards;
    private final Deadlines deadlines;
    private final Journal journal;
    private final LockedObjects objects;
    private final Clock clock;

    HazardProgress(HazardRepository hazards, Deadlines deadlines, Journal journal, LockedObjects objects, Clock clock) {
        this.hazards = hazards;
        this.deadlines = deadlines;
        this.journal = journal;
        this.objects = objects;
        this.clock = clock;
    }

    /** The hazard, locked, when it may be assigned. */
    public Hazard assignable(UUID hazardId) {
        return objects.lock(Hazard.class, new Target(hazardId, null), HazardVerb.ASSIGN, "hazardId");
    }

    /** The hazard, locked; nothing where the caller may not change it. */
    public Optional<Hazard> lock(UUID hazardId) {
        return hazards.findByIdOptional(hazardId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The hazard as the caller sees it; null when it does not. */
    public @Nullable Hazard find(UUID hazardId) {
        return hazards.findById(hazardId);
    }

    /** @param detail the requirement's date, and why it lies behind the end of the hazard's own clock if it does */
    public void assigned(Hazard hazard, UUID taskId, Deadline total, Map<String, String> detail) {
        if (hazard.dueAt().isAfter(clock.instant())) {
            hazard.runUntil(total);
        }
        hazard.assign();
        Map<String, String> told = new HashMap<>(detail);
        told.put("task", NodeId.text(NodeType.TASK, taskId));
        journal.record(hazard, "ASSIGNED", told);
    }

    public void rectificationStarted(Hazard hazard) {
        if (hazard.status() != HazardStatus.RECTIFYING) {
            hazard.startRectifying();
            journal.record(hazard, "RECTIFICATION_STARTED");
        }
    }

    public void submitted(Hazard hazard) {
        hazard.submit(clockOf(DeadlineSubject.REVIEW, hazard));
        journal.record(hazard, "SUBMITTED");
    }

    /** The grade may have risen since the submission. A failed review asks for no plan: the next start does. */
    public void passed(Hazard hazard) {
        ErrorCode missing = hazard.planObjection();
        if (missing != null) {
            throw Refusal.of(missing);
        }
        hazard.review(clockOf(DeadlineSubject.CLOSURE, hazard));
        journal.record(hazard, "REVIEW_PASSED");
    }

    /**
     * A failed review sends the hazard back with a new deadline.
     *
     * @param taskDueAt where the task's clock ended until now
     */
    public void returned(Hazard hazard, Instant taskDueAt, Deadline total, String reason) {
        hazard.review(clockOf(DeadlineSubject.REVIEW, hazard));
        journal.record(hazard, "REVIEWED");
        hazard.follow(taskDueAt, total);
        hazard.startRectifying();
        journal.record(hazard, "REVIEW_FAILED", Map.of("reason", reason, "dueAt", Times.text(total.dueAt())));
    }

    /** @param taskDueAt where the task's clock ended until now */
    public void extended(Hazard hazard, Instant taskDueAt, Deadline total) {
        if (hazard.follow(taskDueAt, total)) {
            journal.record(hazard, "DEADLINE_EXTENDED", Map.of("dueAt", Times.text(total.dueAt())));
        }
    }

    public void taskCancelled(Hazard hazard, String reason) {
        hazard.unassign(clockOf(DeadlineSubject.HAZARD_ASSIGNMENT, hazard));
        journal.record(hazard, "TASK_CANCELLED", Map.of("reason", reason));
    }

    private Deadline clockOf(String subject, Hazard hazard) {
        Instant now = clock.instant();
        return deadlines.from(now, subject, hazard.grade().name());
    }
}
