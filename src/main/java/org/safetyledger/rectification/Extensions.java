package org.safetyledger.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardProgress;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;

/** Extensions of a task's deadline: asked for in time, decided by somebody else, every one kept. */
@ApplicationScoped
public class Extensions {
    private final RectificationTaskRepository tasks;
    private final LockedTasks locks;
    private final HazardProgress progress;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Extensions(
            RectificationTaskRepository tasks,
            LockedTasks locks,
            HazardProgress progress,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tasks = tasks;
        this.locks = locks;
        this.progress = progress;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public RectificationTask request(LockedTasks.Target target, DeadlineExtension.Request request) {
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
                        "from", Times.local(task.dueAt()).toString(),
                        "to", Times.local(request.dueAt()).toString()));
        return task;
    }

    private void requireInTime(RectificationTask task, DeadlineExtension.Request request, String grade, Instant now) {
        if (!task.dueAt().isAfter(now)) {
            throw Refusal.at("id", ErrorCode.DEADLINE_EXPIRED);
        }
        Instant lastMoment = deadlines.before(task.dueAt(), DeadlineSubject.EXTENSION_NOTICE, grade);
        if (now.isAfter(lastMoment)) {
            throw Refusal.at("id", ErrorCode.EXTENSION_TOO_LATE, Times.local(lastMoment));
        }
        if (!request.dueAt().isAfter(task.dueAt())) {
            throw Refusal.at("requestedDueAt", ErrorCode.END_BEFORE_START);
        }
        Instant most = deadlines
                .from(task.deadline().startedAt(), DeadlineSubject.RECTIFICATION_TOTAL, grade)
                .dueAt();
        Instant limit =
                deadlines.from(most, DeadlineSubject.EXTENSION_MAXIMUM, grade).dueAt();
        if (request.dueAt().isAfter(limit)) {
            throw Refusal.at("requestedDueAt", ErrorCode.EXTENSION_TOO_LONG, Times.local(limit));
        }
    }

    public RectificationTask decide(LockedTasks.Target target, boolean approved, @Nullable String comment) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.DECIDE_EXTENSION);
        RectificationTask task = locked.task();
        Caller leader = callers.current();
        DeadlineExtension extension =
                tasks.pendingExtension(task.id()).orElseThrow(() -> Refusal.at("id", ErrorCode.WRONG_STATE));
        if (extension.requestedBy().equals(leader.subject())) {
            throw Refusal.at("id", ErrorCode.APPLICANT_CANNOT_DECIDE);
        }
        extension.decide(approved, comment, leader, clock.instant());
        Deadline moved = approved ? task.deadline().movedTo(extension.requestedDueAt()) : null;
        task.resume(extension, moved);
        if (moved != null) {
            progress.extended(locked.hazard(), moved);
        }
        journal.record(
                task,
                approved ? "EXTENSION_APPROVED" : "EXTENSION_REFUSED",
                Map.of(
                        "comment",
                        comment == null ? "" : comment,
                        "dueAt",
                        Times.local(task.dueAt()).toString()));
        return task;
    }
}
