package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.access.Side;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.inspection.ProofRepository;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.Responsibilities;
import org.safetyledger.party.ResponsibilitySnapshot;

/** What an authority decides on a hazard: confirmation, grade, closure, reopening. */
@ApplicationScoped
public class Hazards {
    private final HazardRepository hazards;
    private final EnterpriseRepository enterprises;
    private final Responsibilities responsibilities;
    private final MajorGrounds grounds;
    private final ProofRepository proofs;
    private final Deadlines deadlines;
    private final Event<TotalClockMoved> clocks;
    private final Event<HazardEnded> ends;
    private final ScopedTransactions transactions;
    private final Journal journal;
    private final LockedObjects objects;
    private final Callers callers;
    private final Clock clock;

    Hazards(
            HazardRepository hazards,
            EnterpriseRepository enterprises,
            Responsibilities responsibilities,
            MajorGrounds grounds,
            ProofRepository proofs,
            Deadlines deadlines,
            Event<TotalClockMoved> clocks,
            Event<HazardEnded> ends,
            ScopedTransactions transactions,
            Journal journal,
            LockedObjects objects,
            Callers callers,
            Clock clock) {
        this.hazards = hazards;
        this.enterprises = enterprises;
        this.responsibilities = responsibilities;
        this.grounds = grounds;
        this.proofs = proofs;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.ends = ends;
        this.transactions = transactions;
        this.journal = journal;
        this.objects = objects;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param ground why it is major; looked at for that grade only */
    public Hazard confirm(Target target, HazardGrade grade, MajorGround ground) {
        Hazard hazard = lock(target, HazardVerb.CONFIRM);
        Map<String, String> told = new HashMap<>(Map.of("grade", grade.name()));
        if (grade == HazardGrade.MAJOR) {
            gradeMajor(hazard, ground);
            told.putAll(ground.told());
        } else {
            gradeAs(hazard, grade, null);
        }
        hazard.confirm(callers.current(), clockOf(DeadlineSubject.HAZARD_ASSIGNMENT, hazard));
        journal.record(hazard, "CONFIRMED", told);
        return hazard;
    }

    public Hazard correct(Target target, HazardCorrection correction, String reason) {
        Hazard hazard = lock(target, HazardVerb.CORRECT);
        Map<String, String> told = hazard.correct(correction);
        if (told.isEmpty()) {
            throw Refusal.of(ErrorCode.NOTHING_CHANGED);
        }
        told.put("reason", reason);
        journal.record(hazard, "CORRECTED", told);
        return hazard;
    }

    public Hazard reject(Target target, String reason) {
        Hazard hazard = lock(target, HazardVerb.REJECT);
        hazard.reject(reason);
        journal.record(hazard, "REJECTED", Map.of("reason", reason));
        ends.fire(new HazardEnded(hazard));
        hazards.lockDuplicatesOf(hazard.id()).forEach(duplicate -> restore(duplicate, hazard));
        return hazard;
    }

    /** What was a duplicate of a rejected hazard is looked at by itself again: its report is not rejected with the other. */
    private void restore(Hazard duplicate, Hazard rejected) {
        duplicate.restore(clockOf(DeadlineSubject.HAZARD_CONFIRMATION, duplicate));
        journal.record(duplicate, "ORIGINAL_REJECTED", Map.of("original", NodeId.text(NodeType.HAZARD, rejected.id())));
    }

    public Hazard contest(Target target, String reason) {
        Hazard hazard = lock(target, HazardVerb.CONTEST);
        hazard.contest(clockOf(DeadlineSubject.HAZARD_CONFIRMATION, hazard));
        journal.record(hazard, "CONTESTED", Map.of("reason", reason));
        return hazard;
    }

    public Hazard markDuplicate(Target target, UUID originalId, String reason) {
        // Both are held, the lower id first: else two could become duplicates of one another at the same moment.
        Stream.of(target.id(), originalId)
                .sorted()
                .forEach(id -> hazards.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
        Hazard hazard = lock(target, HazardVerb.MARK_DUPLICATE);
        Hazard original = hazards.findByIdOptional(originalId)
                .orElseThrow(() -> Refusal.at("duplicateOfId", ErrorCode.REFERENCE_NOT_FOUND));
        if (original.id().equals(hazard.id())
                || original.status() == HazardStatus.DUPLICATE
                || original.status() == HazardStatus.REJECTED
                || !original.enterpriseId().equals(hazard.enterpriseId())) {
            throw Refusal.at("duplicateOfId", ErrorCode.DUPLICATE_TARGET_INVALID);
        }
        hazard.markDuplicate(original.id(), reason);
        journal.record(
                hazard,
                "MARKED_DUPLICATE",
                Map.of("duplicateOf", NodeId.text(NodeType.HAZARD, originalId), "reason", reason));
        ends.fire(new HazardEnded(hazard));
        return hazard;
    }

    public Hazard escalateGrade(Target target, MajorGround ground, String reason) {
        Hazard hazard = lock(target, HazardVerb.ESCALATE_GRADE);
        gradeMajor(hazard, ground);
        if (hazard.status() == HazardStatus.FIXED_ON_SITE) {
            // Only a general hazard is closed after a fix on site: this one waits for its task.
            hazard.unassign(clockOf(DeadlineSubject.HAZARD_ASSIGNMENT, hazard));
        }
        Map<String, String> told = new HashMap<>(ground.told());
        told.put("reason", reason);
        journal.record(hazard, "GRADE_ESCALATED", told);
        return hazard;
    }

    /** @param document number of the document by which it was decided */
    public Hazard lowerGrade(Target target, String reason, String document) {
        Hazard hazard = lock(target, HazardVerb.LOWER_GRADE);
        gradeAs(hazard, HazardGrade.GENERAL, null);
        journal.record(hazard, "GRADE_LOWERED", Map.of("reason", reason, "document", document));
        return hazard;
    }

    /** Records the five implementations and the interim measures that a major hazard needs. */
    public Hazard planRectification(
            Target target, @Nullable FiveImplementations five, @Nullable String interimMeasures) {
        Hazard hazard = lock(target, HazardVerb.PLAN_RECTIFICATION);
        if (five == null && interimMeasures == null) {
            throw Refusal.of(ErrorCode.NOTHING_CHANGED);
        }
        hazard.planRectification(five, interimMeasures);
        journal.record(hazard, "RECTIFICATION_PLANNED", planned(hazard));
        return hazard;
    }

    /** The whole plan as it is now: each change of it leaves its version in the history. */
    private static Map<String, String> planned(Hazard hazard) {
        Map<String, String> detail = new HashMap<>();
        FiveImplementations five = hazard.fiveImplementations();
        if (five != null) {
            detail.put("responsibility", five.responsibility());
            detail.put("measures", five.measures());
            detail.put("funds", five.funds());
            detail.put("deadline", five.deadline());
            detail.put("emergencyPlan", five.emergencyPlan());
        }
        if (hazard.interimMeasures() != null) {
            detail.put("interimMeasures", hazard.interimMeasures());
        }
        return detail;
    }

    public Hazard fixOnSite(Target target, String measures) {
        Hazard hazard = lock(target, HazardVerb.FIX_ON_SITE);
        proofs.ofHazard(hazard.id())
                .ofTask(null)
                .requireBefore("id")
                .requireAfter("id", Side.AUTHORITY, hazard.reopenedAt());
        hazard.fixOnSite(callers.current(), clockOf(DeadlineSubject.CLOSURE, hazard));
        journal.record(hazard, "FIXED_ON_SITE", Map.of("measures", measures));
        return hazard;
    }

    public Hazard close(Target target, @Nullable String comment) {
        Hazard hazard = lock(target, HazardVerb.CLOSE);
        Caller closer = callers.current();
        if (closer.ofEnterprise()) {
            proofs.ofHazard(hazard.id())
                    .ofTask(null)
                    .requireBefore("id")
                    .requireAfter("id", Side.ENTERPRISE, hazard.reopenedAt());
        }
        hazard.close(closer, clock.instant());
        journal.record(
                hazard,
                closer.ofEnterprise() ? "SELF_CLOSED" : "CLOSED",
                comment == null ? Map.of() : Map.of("comment", comment));
        ends.fire(new HazardEnded(hazard));
        return hazard;
    }

    /** A reopened hazard runs on a new total clock: the old one ended with its closure. */
    public Hazard reopen(Target target, String reason) {
        Hazard hazard = lock(target, HazardVerb.REOPEN);
        fallBack(hazard, reason);
        return hazard;
    }

    /** Reopens a closed hazard that is held and did not hold, whoever handles it: whoever looked again has found that. */
    public void fallBack(Hazard hazard, String reason) {
        hazard.reopen(
                clock.instant(),
                clockOf(DeadlineSubject.RECTIFICATION_TOTAL, hazard),
                clockOf(DeadlineSubject.HAZARD_ASSIGNMENT, hazard));
        journal.record(hazard, "REOPENED", Map.of("reason", reason));
    }

    private void gradeMajor(Hazard hazard, MajorGround ground) {
        grounds.require(hazard, ground);
        // Who answers for it stands in the register of its place, which whoever grades it may not see.
        ResponsibilitySnapshot parties = transactions.asSystem(
                () -> responsibilities.snapshot(enterprises.of(hazard.enterpriseId()), Times.day(clock.instant())));
        gradeAs(hazard, HazardGrade.MAJOR, ground);
        hazard.answeredBy(parties);
    }

    private void gradeAs(Hazard hazard, HazardGrade grade, @Nullable MajorGround ground) {
        boolean changed = grade != hazard.grade();
        hazard.gradeAs(grade, ground, callers.current());
        if (changed) {
            shorten(hazard);
        }
    }

    /**
     * A grade gives no time: where its rule, from the same start, ends earlier than what runs, that is the end. A date
     * that a person decided stays, and nothing becomes overdue by a grade.
     */
    private void shorten(Hazard hazard) {
        Deadline byRule = deadlines.from(
                hazard.deadline().startedAt(),
                DeadlineSubject.RECTIFICATION_TOTAL,
                hazard.grade().name());
        Instant before = hazard.dueAt();
        if (!hazard.deadline().isManual()
                && byRule.dueAt().isBefore(before)
                && byRule.dueAt().isAfter(clock.instant())) {
            hazard.runUntil(byRule);
            clocks.fire(new TotalClockMoved(hazard, before));
        }
    }

    private Deadline clockOf(String subject, Hazard hazard) {
        Instant now = clock.instant();
        return deadlines.from(now, subject, hazard.grade().name());
    }

    private Hazard lock(Target target, HazardVerb verb) {
        return objects.lock(Hazard.class, target, verb);
    }
}
