package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** The right of who is visited to ask that an officer withdraws, which the authority's head decides (申请回避). */
@ApplicationScoped
public class Recusals {
    private final EntityManager entityManager;
    private final InspectionRepository inspections;
    private final VisitOfficers officers;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Recusals(
            EntityManager entityManager,
            InspectionRepository inspections,
            VisitOfficers officers,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.inspections = inspections;
        this.officers = officers;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** Asks for it once of each officer; until it is decided the visit goes on as it is. */
    public Inspection ask(Target target, UUID person, String reason) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.ASK_RECUSAL);
        InspectionOfficer officer = officer(inspection, person);
        if (officer == null) {
            throw Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (recusal(inspection, person) != null) {
            throw Refusal.at("personId", ErrorCode.RECUSAL_ASKED_ALREADY, officer.name());
        }
        if (officer.isExcluded()) {
            throw Refusal.at("personId", ErrorCode.OFFICER_IN_CONFLICT, officer.name());
        }
        entityManager.persist(new Recusal(officer, reason, callers.current(), clock.instant()));
        inspections.touch(inspection);
        journal.record(inspection, "RECUSAL_ASKED", Map.of("officer", officer.name(), "reason", reason));
        return inspection;
    }

    /** An officer who is recused is excluded from later visits to the enterprise, too, as one who was found in conflict is. */
    public Inspection decide(Target target, UUID person, boolean accepted, String reason) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.DECIDE_RECUSAL);
        Recusal recusal = recusal(inspection, person);
        InspectionOfficer officer = officer(inspection, person);
        if (recusal == null || officer == null) {
            throw Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (recusal.status() != RecusalStatus.ASKED) {
            throw Refusal.at("personId", ErrorCode.RECUSAL_DECIDED);
        }
        Caller head = callers.current();
        if (head.subject().equals(officer.subject())) {
            throw Refusal.at("personId", ErrorCode.OFFICER_CANNOT_DECIDE);
        }
        Instant now = clock.instant();
        recusal.decide(accepted, reason, head, now);
        boolean changed = accepted && recuse(inspection, officer, reason, head);
        if (!changed) {
            inspections.touch(inspection);
        }
        journal.record(
                inspection,
                accepted ? "RECUSAL_ACCEPTED" : "RECUSAL_REJECTED",
                Map.of("officer", officer.name(), "reason", reason));
        return inspection;
    }

    /** Whether anything of the visit itself changed by it. */
    private boolean recuse(Inspection inspection, InspectionOfficer officer, String reason, Caller head) {
        officer.exclude(reason, head.authority());
        inspections.flush();
        return inspection.recuse(officer.subject(), officers.isStaffed(inspection));
    }

    /** What was asked of a visit, in its order. */
    public List<Recusal> of(Inspection inspection) {
        return entityManager
                .createQuery("from Recusal where inspectionId = :inspection order by askedAt, personId", Recusal.class)
                .setParameter("inspection", inspection.id())
                .getResultList();
    }

    private @Nullable Recusal recusal(Inspection inspection, UUID person) {
        return entityManager
                .createQuery("from Recusal where inspectionId = :inspection and personId = :person", Recusal.class)
                .setParameter("inspection", inspection.id())
                .setParameter("person", person)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable InspectionOfficer officer(Inspection inspection, UUID person) {
        return entityManager.find(InspectionOfficer.class, new InspectionOfficer.Key(inspection.id(), person));
    }
}
