package org.safetyledger.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Side;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardProgress;
import org.safetyledger.inspection.ProofRepository;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.AssignedPerson;
import org.safetyledger.party.OwnPeople;

/** The rectification of hazards: assigned, accepted, at work, submitted, reviewed. */
@ApplicationScoped
public class Rectifications {
    private final RectificationTaskRepository tasks;
    private final LockedTasks locks;
    private final HazardProgress progress;
    private final TaskClocks clocks;
    private final ProofRepository proofs;
    private final OwnPeople people;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Rectifications(
            RectificationTaskRepository tasks,
            LockedTasks locks,
            HazardProgress progress,
            TaskClocks clocks,
            ProofRepository proofs,
            OwnPeople people,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.tasks = tasks;
        this.locks = locks;
        this.progress = progress;
        this.clocks = clocks;
        this.proofs = proofs;
        this.people = people;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * @param dueAt a date of the officer's own within the hazard's total clock; null for the end of that clock
     * @param lateReason why a hazard whose total clock has ended is given that date
     */
    public RectificationTask assign(
            UUID id, UUID hazardId, String requirement, @Nullable Instant dueAt, @Nullable String lateReason) {
        Hazard hazard = progress.assignable(hazardId);
        Deadline total = clocks.ofNewTask(hazard, dueAt, lateReason);
        Map<String, String> date = date(hazard, total, lateReason);
        Instant now = clock.instant();
        Deadline acceptance = deadlines.from(
                now, DeadlineSubject.TASK_ACCEPTANCE, hazard.grade().name());
        RectificationTask task =
                new RectificationTask(id, hazard, requirement, total, acceptance, callers.current(), now);
        progress.assigned(hazard, id, total, date);
        Map<String, String> detail = new HashMap<>(date);
        detail.put("requirement", requirement);
        journal.begin(task, "ASSIGNED", detail);
        return task;
    }

    /** The date as history tells it: one behind the end of the hazard's clock with that end and the reason. */
    private Map<String, String> date(Hazard hazard, Deadline total, @Nullable String lateReason) {
        Map<String, String> date = new HashMap<>();
        date.put("dueAt", Times.text(total.dueAt()));
        if (clocks.ended(hazard)) {
            date.put("overdueSince", Times.text(hazard.dueAt()));
        }
        if (lateReason != null) {
            date.put("lateReason", lateReason);
        }
        return date;
    }

    /** Puts right what is to be done; the clocks run on. */
    public RectificationTask correct(Target target, String requirement, String reason) {
        RectificationTask task = locks.lock(target, TaskVerb.CORRECT).task();
        String before = task.correct(requirement);
        if (before.equals(requirement)) {
            throw Refusal.at("requirement", ErrorCode.NOTHING_CHANGED);
        }
        journal.record(
                task, "CORRECTED", Map.of("requirement", requirement, "requirementBefore", before, "reason", reason));
        return task;
    }

    /** Gives the task to one of the enterprise's people. */
    public RectificationTask assignPerson(Target target, UUID person) {
        RectificationTask task = locks.lock(target, TaskVerb.ASSIGN_PERSON).task();
        AssignedPerson before = task.person();
        if (before != null && before.is(person)) {
            throw Refusal.at("personId", ErrorCode.NOTHING_CHANGED);
        }
        AssignedPerson assigned = new AssignedPerson(people.require(person, "personId"));
        task.assignTo(assigned);
        journal.record(task, "PERSON_ASSIGNED", assigned.told(before));
        return task;
    }

    public RectificationTask accept(Target target) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.ACCEPT);
        Instant now = clock.instant();
        String grade = locked.hazard().grade().name();
        locked.task().accept(callers.current(), deadlines.from(now, DeadlineSubject.RECTIFICATION_START, grade), now);
        journal.record(locked.task(), "ACCEPTED");
        return locked.task();
    }

    public RectificationTask start(Target target) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.START);
        progress.rectificationStarted(locked.hazard());
        locked.task().start(callers.current());
        journal.record(locked.task(), "STARTED");
        return locked.task();
    }

    public RectificationTask submit(Target target, String measures) {
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

    public RectificationTask pass(Target target, @Nullable String comment) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.REVIEW);
        locked.task().pass(callers.current(), comment, clock.instant());
        progress.passed(locked.hazard());
        journal.record(locked.task(), "PASSED", comment == null ? Map.of() : Map.of("comment", comment));
        return locked.task();
    }

    /** A failed review gives the task back with a reason and a new deadline; its work is to start again in time. */
    public RectificationTask giveBack(Target target, String reason, @Nullable Instant newDueAt) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.REVIEW);
        Hazard hazard = locked.hazard();
        Instant before = locked.task().dueAt();
        Deadline total = clocks.afterFailedReview(locked.task(), hazard, newDueAt);
        Instant now = clock.instant();
        Deadline start = deadlines.from(
                now, DeadlineSubject.RECTIFICATION_START, hazard.grade().name());
        locked.task().giveBack(callers.current(), reason, total, start, now);
        progress.returned(hazard, before, total, reason);
        journal.record(locked.task(), "RETURNED", Map.of("reason", reason, "dueAt", Times.text(total.dueAt())));
        return locked.task();
    }

    public RectificationTask cancel(Target target, String reason) {
        LockedTasks.Locked locked = locks.lock(target, TaskVerb.CANCEL);
        tasks.pendingExtension(locked.task().id())
                .ifPresent(extension -> extension.decide(false, reason, callers.current(), clock.instant()));
        locked.task().cancel(reason);
        progress.taskCancelled(locked.hazard(), reason);
        journal.record(locked.task(), "CANCELLED", Map.of("reason", reason));
        return locked.task();
    }
}
