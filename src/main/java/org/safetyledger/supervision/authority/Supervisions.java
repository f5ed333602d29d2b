package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.ChecklistItem;
import org.safetyledger.inspection.ChecklistRepository;
import org.safetyledger.inspection.FindingResult;

/** Conducts visits to authorities, from the notice to the completion. */
@ApplicationScoped
class Supervisions {
    private static final String UNANSWERED = "select count(*) from checklist_item i where i.checklist_id = :checklist"
            + " and not exists (select from supervision_finding f where f.item_id = i.id and f.supervision_visit_id = :visit)";

    private static final String WITHOUT_ITEM =
            "select count(*) from supervision_finding f where f.supervision_visit_id = :visit"
                    + " and f.result = 'NON_COMPLIANT' and not exists (select from supervision_item i where i.finding_id = f.id)";

    private final SupervisedAuthorities authorities;
    private final ChecklistRepository checklists;
    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Supervisions(
            SupervisedAuthorities authorities,
            ChecklistRepository checklists,
            EntityManager entityManager,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.authorities = authorities;
        this.checklists = checklists;
        this.entityManager = entityManager;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    SupervisionVisit notifyTarget(Target target) {
        SupervisionVisit visit = lock(target, SupervisionVerb.NOTIFY);
        visit.notifyTarget(clock.instant());
        return record(visit, "NOTIFIED", Map.of());
    }

    SupervisionVisit start(Target target) {
        SupervisionVisit visit = lock(target, SupervisionVerb.START);
        authorities.requireThere(visit.target(), Times.day(clock.instant()), "id");
        visit.start(callers.current(), clock.instant());
        return record(visit, "STARTED", Map.of());
    }

    /** Answers one item; a later answer replaces the earlier one until the record is finished. */
    SupervisionVisit recordFinding(Target target, UUID itemId, FindingResult result, @Nullable String note) {
        SupervisionVisit visit = lock(target, SupervisionVerb.RECORD_FINDING);
        ChecklistItem item = checklists
                .item(itemId)
                .filter(found -> found.checklistId().equals(visit.checklistId()))
                .orElseThrow(() -> Refusal.at("itemId", ErrorCode.ITEM_NOT_IN_CHECKLIST));
        authorities.requireNoEnterprise(note, visit.target(), "note");
        SupervisionFinding finding = entityManager
                .createQuery(
                        "from SupervisionFinding where supervisionVisitId = ?1 and itemId = ?2",
                        SupervisionFinding.class)
                .setParameter(1, visit.id())
                .setParameter(2, itemId)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> new SupervisionFinding(visit.id(), itemId));
        entityManager.persist(finding.answer(result, note, callers.current(), clock.instant()));
        entityManager.lock(visit, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        Map<String, String> detail =
                new HashMap<>(Map.of("item", Integer.toString(item.number()), "result", result.name()));
        if (note != null) {
            detail.put("note", note);
        }
        return record(visit, "FINDING_RECORDED", detail);
    }

    SupervisionVisit finishRecord(Target target) {
        SupervisionVisit visit = lock(target, SupervisionVerb.FINISH_RECORD);
        long unanswered = ((Number) entityManager
                        .createNativeQuery(UNANSWERED)
                        .setParameter("checklist", visit.checklistId())
                        .setParameter("visit", visit.id())
                        .getSingleResult())
                .longValue();
        if (unanswered > 0) {
            throw Refusal.at("id", ErrorCode.ITEMS_UNANSWERED, unanswered);
        }
        visit.finishRecord();
        return record(visit, "RECORD_FINISHED", Map.of());
    }

    SupervisionVisit sign(Target target) {
        SupervisionVisit visit = lock(target, SupervisionVerb.SIGN);
        visit.sign(callers.current(), clock.instant());
        return record(visit, "SIGNED", Map.of());
    }

    SupervisionVisit recordRefusal(Target target, String reason) {
        SupervisionVisit visit = lock(target, SupervisionVerb.RECORD_REFUSAL);
        visit.recordRefusal(reason, clock.instant());
        return record(visit, "SIGNATURE_REFUSED", Map.of("reason", reason));
    }

    SupervisionVisit complete(Target target) {
        SupervisionVisit visit = lock(target, SupervisionVerb.COMPLETE);
        long without = ((Number) entityManager
                        .createNativeQuery(WITHOUT_ITEM)
                        .setParameter("visit", visit.id())
                        .getSingleResult())
                .longValue();
        if (without > 0) {
            throw Refusal.at("id", ErrorCode.PROBLEM_WITHOUT_ITEM, without);
        }
        visit.complete(clock.instant());
        return record(visit, "COMPLETED", Map.of());
    }

    SupervisionVisit cancel(Target target, String reason) {
        SupervisionVisit visit = lock(target, SupervisionVerb.CANCEL);
        visit.end(SupervisionVisit.Status.CANCELLED, reason);
        return record(visit, "CANCELLED", Map.of("reason", reason));
    }

    SupervisionVisit abort(Target target, String reason) {
        SupervisionVisit visit = lock(target, SupervisionVerb.ABORT);
        visit.end(SupervisionVisit.Status.ABORTED, reason);
        return record(visit, "ABORTED", Map.of("reason", reason));
    }

    private SupervisionVisit lock(Target target, SupervisionVerb verb) {
        return objects.lock(SupervisionVisit.class, target, verb);
    }

    private SupervisionVisit record(SupervisionVisit visit, String action, Map<String, String> detail) {
        journal.record(visit, action, detail);
        return visit;
    }
}
