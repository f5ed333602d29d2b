package org.safetyledger.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Side;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardProgress;
import org.safetyledger.inspection.ProofRepository;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;

/** The rectification of hazards: assigned, accepted, at work, submitted, reviewed. */
@ApplicationScoped
public class Rectifications {
    private final RectificationTaskRepository tasks;
    private final LockedTasks locks;
    private final HazardProgress progress;
    private final ProofRepository proofs;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Rectifications(
            RectificationTaskRepository tasks,
            LockedTasks locks,
            HazardProgress progress,
            ProofRepository proofs,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tasks = tasks;
        this.locks = locks;
        this.progress = progress;
        this.proofs = proofs;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param dueAt a date of the officer's own within the hazard's total clock; null for the end of that clock */
    public RectificationTask assign(UUID id, UUID hazardId, String requirement, @Nullable Instant dueAt) {
        Hazard hazard = progress.assignable(hazardId);
        Deadline total = dueAt == null ? hazard.deadline() : within(hazard, dueAt);
        Instant now = clock.instant();
        Deadline acceptance = deadlines.from(
                now, DeadlineSubject.TASK_ACCEPTANCE, hazard.grade().name());
        RectificationTask task =
                new RectificationTask(id, hazard, requirement, total, acceptance, callers.current(), now);
        tasks.persist(task);
        progress.assigned(hazard, id, total);
        journal.record(
                task,
                "ASSIGNED",
                Map.of(
                        "requirement",
                        requirement,
                        "dueAt",
                        Times.local(total.dueAt()).toString()));
        return task;
    }

    public RectificationTask accept(LockedTasks.Target target) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.ACCEPT);
        Instant now = clock.instant();
        String grade = locked.hazard().grade().name();
        locked.task().accept(callers.current(), deadlines.from(now, DeadlineSubject.RECTIFICATION_START, grade), now);
        journal.record(locked.task(), "ACCEPTED");
        return locked.task();
    }

    public RectificationTask start(LockedTasks.Target target) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.START);
        progress.rectificationStarted(locked.hazard());
        locked.task().start(callers.current());
        journal.record(locked.task(), "STARTED");
        return locked.task();
    }

    public RectificationTask submit(LockedTasks.Target target, String measures) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.SUBMIT);
        RectificationTask task = locked.task();
        // A task that was reviewed and is at work again was returned: what was shown then did not suffice.
        proofs.ofHazard(task.hazardId()).ofTask(task.id()).requireAfter("id", Side.ENTERPRISE, task.reviewedAt());
        Instant now = clock.instant();
        Deadline review = deadlines.from(
                now, DeadlineSubject.REVIEW, locked.hazard().grade().name());
        task.submit(callers.current(), measures, review, now);
        progress.submitted(locked.hazard());
        journal.record(task, "SUBMITTED", Map.of("measures", measures));
        return task;
    }

    public RectificationTask pass(LockedTasks.Target target, @Nullable String comment) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.REVIEW);
        locked.task().pass(callers.current(), comment, clock.instant());
        progress.passed(locked.hazard());
        journal.record(locked.task(), "PASSED", comment == null ? Map.of() : Map.of("comment", comment));
        return locked.task();
    }

    /** A failed review gives the task back with a reason and a new deadline. */
    public RectificationTask giveBack(LockedTasks.Target target, String reason, @Nullable Instant newDueAt) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.REVIEW);
        if (newDueAt == null) {
            throw Refusal.at("newDueAt", ErrorCode.TEXT_REQUIRED);
        }
        Deadline total = newDeadline(locked.hazard(), newDueAt);
        locked.task().giveBack(callers.current(), reason, total, clock.instant());
        progress.returned(locked.hazard(), total, reason);
        journal.record(
                locked.task(),
                "RETURNED",
                Map.of("reason", reason, "dueAt", Times.local(newDueAt).toString()));
        return locked.task();
    }

    public RectificationTask cancel(LockedTasks.Target target, String reason) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.CANCEL);
        tasks.pendingExtension(locked.task().id())
                .ifPresent(extension -> extension.decide(false, reason, callers.current(), clock.instant()));
        locked.task().cancel(reason);
        progress.taskCancelled(locked.hazard(), reason);
        journal.record(locked.task(), "CANCELLED", Map.of("reason", reason));
        return locked.task();
    }

    private Deadline within(Hazard hazard, Instant dueAt) {
        requireFuture("dueAt", dueAt);
        if (dueAt.isAfter(hazard.dueAt())) {
            throw Refusal.at("dueAt", ErrorCode.DEADLINE_TOO_LATE, Times.local(hazard.dueAt()));
        }
        return hazard.deadline().movedTo(dueAt);
    }

    private Deadline newDeadline(Hazard hazard, Instant dueAt) {
        requireFuture("newDueAt", dueAt);
        Deadline most = deadlines.from(
                clock.instant(),
                DeadlineSubject.RECTIFICATION_TOTAL,
                hazard.grade().name());
        if (dueAt.isAfter(most.dueAt())) {
            throw Refusal.at("newDueAt", ErrorCode.DEADLINE_TOO_LATE, Times.local(most.dueAt()));
        }
        return hazard.deadline().movedTo(dueAt);
    }

    private void requireFuture(String field, Instant dueAt) {
        if (dueAt.isBefore(clock.instant())) {
            throw Refusal.at(field, ErrorCode.DEADLINE_IN_PAST);
        }
    }

    public RectificationTask get(UUID id) {
        return tasks.findByIdOptional(id).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }
}
