package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** What is decided of a visit before it is made: whether it is made at all, and with whom together. */
@ApplicationScoped
public class VisitApprovals {
    private final InspectionRepository inspections;
    private final VisitOfficers officers;
    private final VisitLimits limits;
    private final EnterpriseRepository enterprises;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    VisitApprovals(
            InspectionRepository inspections,
            VisitOfficers officers,
            VisitLimits limits,
            EnterpriseRepository enterprises,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.inspections = inspections;
        this.officers = officers;
        this.limits = limits;
        this.enterprises = enterprises;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Inspection approve(Target target, String document) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.APPROVE);
        inspection.approve(callers.current(), document, officers.isStaffed(inspection), clock.instant());
        journal.record(inspection, "APPROVED", Map.of("document", document));
        return inspection;
    }

    public Inspection refuse(Target target, String reason) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.REFUSE_APPROVAL);
        inspection.refuseApproval(reason, clock.instant());
        journal.record(inspection, "APPROVAL_REFUSED", Map.of("reason", reason));
        return inspection;
    }

    /** Has the visit made together with another authority's, which alone counts then. */
    public Inspection merge(Target target, UUID into) {
        limits.holdEnterprise(target.id());
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.MERGE);
        int days = limits.mergeDays(Times.day(clock.instant()));
        Inspection other = inspections
                .findByIdOptional(into)
                .filter(found -> mayBeMerged(inspection, found, days))
                .orElseThrow(() -> Refusal.at("intoId", ErrorCode.MERGE_NOT_POSSIBLE, days));
        Enterprise enterprise = enterprises.of(Objects.requireNonNull(inspection.enterpriseId()));
        limits.requireWindow(
                Objects.requireNonNull(inspection.cause()), enterprise.sector(), other.plannedOn(), "intoId");
        inspection.mergeInto(other);
        // Into which is not told here: the target may see this visit before the other.
        journal.record(inspection, "MERGED");
        return inspection;
    }

    /** Has the visit made on its own again, as one of the year's; its day stays. */
    public Inspection part(Target target) {
        limits.holdEnterprise(target.id());
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.PART);
        if (inspection.counted()) {
            limits.requireLeft(
                    Objects.requireNonNull(inspection.authority()),
                    enterprises.of(Objects.requireNonNull(inspection.enterpriseId())),
                    inspection.plannedOn(),
                    "id");
        }
        inspection.part();
        journal.record(inspection, "PARTED");
        return inspection;
    }

    private boolean mayBeMerged(Inspection one, Inspection other, int days) {
        LocalDate earliest = one.plannedOn().minusDays(days);
        LocalDate latest = one.plannedOn().plusDays(days);
        return one.checkKind() != null
                && other.checkKind() != null
                && one.source() != VisitSource.EMERGENCY
                && other.source() != VisitSource.EMERGENCY
                && !Objects.equals(one.authority(), other.authority())
                && Objects.equals(one.enterpriseId(), other.enterpriseId())
                && one.mergedIntoId() == null
                && other.mergedIntoId() == null
                && !inspections.isMergedInto(one.id())
                // An announced visit takes the other's day, which its target is told.
                && (other.announced() || !one.announced())
                && other.startedAt() == null
                && other.status() != InspectionStatus.CANCELLED
                && !other.plannedOn().isBefore(earliest)
                && !other.plannedOn().isAfter(latest);
    }
}
