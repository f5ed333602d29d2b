package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadlines;

/** What is performed of the duties of posts. */
@ApplicationScoped
class Duties {
    static final int MOST_EVIDENCE = 20;

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final PersonRepository people;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Duties(
            EntityManager entityManager,
            LockedObjects objects,
            PersonRepository people,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.people = people;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    DutyPerformance record(UUID id, DutyPerformance.Performed performed) {
        Instant now = clock.instant();
        if (performed.performedOn().isAfter(Times.day(now))) {
            throw Refusal.at("performedOn", ErrorCode.TIME_IN_FUTURE, Times.text(now));
        }
        Person holder = people.findByIdOptional(performed.personId())
                .orElseThrow(() -> Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND));
        Post post = people.postOf(holder);
        DutyRule duty = duty(post, performed);
        requireNotTooLate(duty, performed.performedOn(), now);
        requireEvidence(performed.evidence());
        if (duty.needsProof() && performed.evidence().isEmpty() && performed.document() == null) {
            throw Refusal.at("evidenceIds", ErrorCode.DUTY_PROOF_REQUIRED);
        }
        DutyPerformance performance = new DutyPerformance(id, performed, holder, post, duty, callers.current(), now);
        if (!performance.facts().isOf(callers.current())) {
            throw Refusal.at("personId", ErrorCode.NOT_THE_HOLDER_OR_OFFICE);
        }
        journal.hold(new NodeId(NodeType.POST, post.id()));
        if (isRecorded(post, duty, performed)) {
            throw Refusal.at("performedOn", ErrorCode.DUTY_RECORDED_ALREADY);
        }
        journal.begin(
                performance,
                "RECORDED",
                Map.of(
                        "duty",
                        duty.code(),
                        "performedOn",
                        performed.performedOn().toString()));
        return performance;
    }

    /** By the code of the duty, or of the version of it that held on that day. */
    private DutyRule duty(Post post, DutyPerformance.Performed performed) {
        return entityManager
                .createQuery("from DutyRule where duty = :asked or code = :asked", DutyRule.class)
                .setParameter("asked", performed.duty())
                .getResultStream()
                .filter(rule -> rule.binds(post, performed.performedOn()))
                .findFirst()
                .orElseThrow(() -> Refusal.at("duty", ErrorCode.NOT_A_DUTY_OF_THE_POST, performed.duty()));
    }

    private void requireNotTooLate(DutyRule duty, LocalDate performedOn, Instant now) {
        Instant end = duty.period().last(performedOn).atStartOfDay(Times.ZONE).toInstant();
        Instant last = deadlines.from(end, "DUTY_RECORD", "").dueAt();
        if (now.isAfter(last)) {
            throw Refusal.at("performedOn", ErrorCode.RECORDED_TOO_LATE, Times.text(last));
        }
    }

    private boolean isRecorded(Post post, DutyRule duty, DutyPerformance.Performed performed) {
        return !entityManager
                .createQuery(
                        "select id from DutyPerformance where postId = :post and dutyCode = :duty"
                                + " and performedOn = :day and status = RECORDED",
                        UUID.class)
                .setParameter("post", post.id())
                .setParameter("duty", duty.code())
                .setParameter("day", performed.performedOn())
                .getResultList()
                .isEmpty();
    }

    /** Photos and videos that are in the ledger already, such as those of the visit that was the check on site. */
    private void requireEvidence(List<UUID> evidence) {
        Texts.requireAtMost(MOST_EVIDENCE, evidence, "evidenceIds");
        if (evidence.isEmpty()) {
            return;
        }
        Number seen = (Number) entityManager
                .createNativeQuery("select count(*) from evidence where id = any(:ids)")
                .setParameter("ids", evidence.toArray(UUID[]::new))
                .getSingleResult();
        if (seen.intValue() < evidence.size()) {
            throw Refusal.at("evidenceIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    DutyPerformance withdraw(Target target, String reason) {
        DutyPerformance performance = objects.lock(DutyPerformance.class, target, DutyVerb.WITHDRAW);
        performance.withdraw(reason, callers.current(), clock.instant());
        journal.record(performance, "WITHDRAWN", Map.of("reason", reason));
        return performance;
    }
}
