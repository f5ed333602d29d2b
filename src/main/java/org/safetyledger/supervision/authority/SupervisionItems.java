package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineDecision;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.PersonRepository;
import org.safetyledger.party.PostHolder;

/** What becomes of problems of authorities: items that are issued, answered, and accepted or returned. */
@ApplicationScoped
class SupervisionItems {
    private final SupervisedAuthorities authorities;
    private final PersonRepository people;
    private final Deadlines deadlines;
    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    SupervisionItems(
            SupervisedAuthorities authorities,
            PersonRepository people,
            Deadlines deadlines,
            EntityManager entityManager,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.authorities = authorities;
        this.people = people;
        this.deadlines = deadlines;
        this.entityManager = entityManager;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * To whom an item is issued.
     *
     * @param addressee code of a department or division; null for the target of the visit
     * @param coUnits codes of those who deal with it, too
     * @param responsibleId the person who answers for it there
     * @param dueAt by when; null for the day of the rule
     */
    record Addressing(
            @Nullable String addressee,
            List<String> coUnits,
            UUID responsibleId,
            @Nullable Instant dueAt) {}

    /** The visit is held meanwhile, so that it is not completed without the item. */
    SupervisionItem issue(UUID id, Target target, SupervisionItem.Content content, Addressing to) {
        SupervisionVisit visit = objects.lock(SupervisionVisit.class, target, SupervisionVerb.ISSUE_ITEM);
        Instant now = clock.instant();
        SupervisedAuthority addressee = authorities.addressee(to.addressee(), visit, Times.day(now));
        requireProblem(content.findingId(), visit);
        authorities.requireNoEnterprise(content.problem(), visit.target(), "problem");
        authorities.requireNoEnterprise(content.demand(), visit.target(), "demand");
        PostHolder responsible = responsible(to.responsibleId(), addressee);
        List<String> coUnits = authorities.coUnits(to.coUnits(), addressee, visit, Times.day(now));
        Deadline clockByRule = deadlines.from(now, "SUPERVISION_ITEM", "");
        SupervisionItem item = new SupervisionItem(
                id,
                visit,
                new SupervisionItem.Addressees(addressee, coUnits, responsible),
                content,
                dated(clockByRule, to.dueAt(), now),
                callers.current());
        Map<String, String> detail = new HashMap<>(Map.of(
                "addressee", addressee.code(),
                "responsible", responsible.name(),
                "dueAt", Times.text(item.deadline().dueAt())));
        if (!coUnits.isEmpty()) {
            detail.put("coUnits", String.join(", ", coUnits));
        }
        journal.begin(item, "ISSUED", detail);
        return item;
    }

    private void requireProblem(@Nullable UUID findingId, SupervisionVisit visit) {
        if (findingId == null) {
            return;
        }
        SupervisionFinding finding = entityManager.find(SupervisionFinding.class, findingId);
        if (finding == null || !finding.isProblemOf(visit)) {
            throw Refusal.at("findingId", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    private PostHolder responsible(UUID id, SupervisedAuthority addressee) {
        PostHolder holder = people.holders(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.at("responsibleId", ErrorCode.REFERENCE_NOT_FOUND));
        if (holder.enterpriseId() != null || !addressee.has(holder.divisionCode(), holder.departmentCode())) {
            throw Refusal.at("responsibleId", ErrorCode.RESPONSIBLE_NOT_OF_ADDRESSEE);
        }
        return holder;
    }

    /** With another date than the clock's own, which lies ahead. */
    private Deadline dated(Deadline byRule, @Nullable Instant dueAt, Instant now) {
        if (dueAt == null) {
            return byRule;
        }
        if (!dueAt.isAfter(now)) {
            throw Refusal.at("dueAt", ErrorCode.DEADLINE_IN_PAST);
        }
        return deadlines.moved(byRule, dueAt, DeadlineDecision.ISSUER);
    }

    SupervisionItem answer(Target target, SupervisionItem.Response response) {
        SupervisionItem item = objects.lock(SupervisionItem.class, target, SupervisionItemVerb.ANSWER);
        Map<String, String> detail = new HashMap<>(Map.of("response", response.text()));
        if (response.document() != null) {
            detail.put("document", response.document());
        }
        if (response.evidenceId() != null) {
            requireEvidence(response.evidenceId());
            detail.put("evidence", NodeId.text(NodeType.EVIDENCE, response.evidenceId()));
        }
        item.answer(response, callers.current(), clock.instant());
        journal.record(item, "ANSWERED", detail);
        return item;
    }

    /** What its addressee sees in the ledger, which proves it. */
    private void requireEvidence(UUID id) {
        if (entityManager
                .createNativeQuery("select e.id from evidence e where e.id = :id")
                .setParameter("id", id)
                .getResultList()
                .isEmpty()) {
            throw Refusal.at("evidenceId", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    SupervisionItem accept(Target target) {
        SupervisionItem item = objects.lock(SupervisionItem.class, target, SupervisionItemVerb.ACCEPT);
        item.accept(callers.current(), clock.instant());
        journal.record(item, "ACCEPTED");
        return item;
    }

    /** @param dueAt by when it has to be answered again; null for the date as it was, though it may have passed */
    SupervisionItem giveBack(Target target, String reason, @Nullable Instant dueAt) {
        SupervisionItem item = objects.lock(SupervisionItem.class, target, SupervisionItemVerb.RETURN);
        Instant now = clock.instant();
        item.giveBack(reason, dated(item.deadline(), dueAt, now), callers.current(), now);
        journal.record(
                item,
                "RETURNED",
                Map.of("reason", reason, "dueAt", Times.text(item.deadline().dueAt())));
        return item;
    }
}
