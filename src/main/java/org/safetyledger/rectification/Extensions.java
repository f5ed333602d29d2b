package org.safetyledger.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardProgress;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineDecision;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;

/** Extensions of a task's deadline: asked for in time, decided by somebody else, every one kept. */
@ApplicationScoped
public class Extensions {
    private final RectificationTaskRepository tasks;
    private final LockedTasks locks;
    private final HazardProgress progress;
    private final TaskClocks clocks;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Extensions(
            RectificationTaskRepository tasks,
            LockedTasks locks,
            HazardProgress progress,
            TaskClocks clocks,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tasks = tasks;
        this.locks = locks;
        this.progress = progress;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public RectificationTask request(Target target, DeadlineExtension.Request request) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.REQUEST_EXTENSION);
        Instant now = clock.instant();
        RectificationTask task = locked.task();
        String grade = locked.hazard().grade().name();
        requireInTime(task, request, grade, now);
        Deadline decision = deadlines.from(now, DeadlineSubject.EXTENSION_DECISION, grade);
        tasks.getEntityManager()
                .persist(new DeadlineExtension(task, request, decision.dueAt(), callers.current(), now));
        task.requestExtension(decision);
        journal.record(
                task,
                "EXTENSION_REQUESTED",
                Map.of(
                        "reason", request.reason(),
                        "interimMeasures", request.interimMeasures(),
                        "from", Times.text(task.dueAt()),
                        "to", Times.text(request.dueAt())));
        return task;
    }

    private void requireInTime(RectificationTask task, DeadlineExtension.Request request, String grade, Instant now) {
        if (!task.dueAt().isAfter(now)) {
            throw Refusal.at("id", ErrorCode.DEADLINE_EXPIRED);
        }
        requireNotice(task, grade, now);
        if (!request.dueAt().isAfter(task.dueAt())) {
            throw Refusal.at("requestedDueAt", ErrorCode.END_BEFORE_START);
        }
        requireLength(task, request.dueAt(), grade, "requestedDueAt");
    }

    private void requireLength(RectificationTask task, Instant dueAt, String grade, String field) {
        Instant limit = clocks.longest(task.deadline(), grade);
        if (dueAt.isAfter(limit)) {
            throw Refusal.at(field, ErrorCode.EXTENSION_TOO_LONG, Times.text(limit));
        }
    }

    /**
     * The notice that is asked for on the day of the application, of which no more counts than half of the period that was
     * granted: how something is applied for follows the rule of that day, what a term may be that of its beginning.
     */
    private void requireNotice(RectificationTask task, String grade, Instant now) {
        Deadline notice = deadlines.before(task.dueAt(), DeadlineSubject.EXTENSION_NOTICE, grade, Times.day(now));
        if (now.isAfter(notice.dueAt()) && now.isAfter(task.halfTime())) {
            throw Refusal.at(
                    "id",
                    ErrorCode.EXTENSION_TOO_LATE,
                    Times.text(notice.dueAt().isAfter(task.halfTime()) ? notice.dueAt() : task.halfTime()),
                    notice.unpublishedYears().isEmpty()
                            ? 0
                            : notice.unpublishedYears().getFirst());
        }
    }

    public RectificationTask decide(Target target, boolean approved, @Nullable String comment) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.DECIDE_EXTENSION);
        RectificationTask task = locked.task();
        Caller leader = callers.current();
        DeadlineExtension extension = tasks.pendingExtension(task.id())
                .orElseThrow(() -> Refusal.wrongState("id", task.status(), RectificationStatus.EXTENSION_REQUESTED));
        if (extension.requestedBy().equals(leader.subject())) {
            throw Refusal.at("id", ErrorCode.APPLICANT_CANNOT_DECIDE);
        }
        if (approved) {
            // Its grade may have been lowered since it was asked for.
            requireLength(
                    task, extension.requestedDueAt(), locked.hazard().grade().name(), "id");
        }
        extension.decide(approved, comment, leader, clock.instant());
        Instant before = task.dueAt();
        Deadline moved = approved
                ? deadlines.moved(task.deadline(), extension.requestedDueAt(), DeadlineDecision.EXTENSION)
                : null;
        task.resume(extension, moved);
        if (moved != null) {
            progress.extended(locked.hazard(), before, moved);
        }
        journal.record(
                task,
                approved ? "EXTENSION_APPROVED" : "EXTENSION_REFUSED",
                Map.of("comment", comment == null ? "" : comment, "dueAt", Times.text(task.dueAt())));
        return task;
    }
}
