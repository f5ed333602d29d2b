package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** What an enforcement visit needs on the day on which it starts. */
@ApplicationScoped
class VisitStarts {
    private final VisitOfficers officers;
    private final VisitConflicts conflicts;
    private final VisitLimits limits;
    private final InspectionRepository inspections;
    private final EnterpriseRepository enterprises;
    private final Deadlines deadlines;

    VisitStarts(
            VisitOfficers officers,
            VisitConflicts conflicts,
            VisitLimits limits,
            InspectionRepository inspections,
            EnterpriseRepository enterprises,
            Deadlines deadlines) {
        this.officers = officers;
        this.conflicts = conflicts;
        this.limits = limits;
        this.inspections = inspections;
        this.enterprises = enterprises;
        this.deadlines = deadlines;
    }

    /**
     * @param byDevice when it started by the clock of the device; null when that was not told
     * @param detail of what is recorded of the start
     */
    void require(
            Inspection inspection,
            @Nullable Instant byDevice,
            @Nullable String noScanReason,
            Instant now,
            Map<String, String> detail) {
        VisitCause cause = inspection.cause();
        if (cause == null) {
            return;
        }
        officers.requireForStart(inspection);
        Enterprise enterprise = enterprises.of(Objects.requireNonNull(inspection.enterpriseId()));
        conflicts.requireNoConflict(enterprise, inspection.companions(), "id");
        limits.requireApprovedDay(inspection, cause, byDevice, now);
        limits.requireWindow(cause, enterprise.sector(), VisitLimits.dayOf(byDevice, now), "id");
        requireOther(inspection);
        // Worked out before anything is changed: a visitor may write the visit once it has started, and not half of
        // that.
        Deadline approval = inspection.owesApproval() ? deadlines.from(now, "INSPECTION_APPROVAL", "EMERGENCY") : null;
        if (inspection.awaitsEntry()) {
            if (noScanReason == null) {
                throw Refusal.at("noScanReason", ErrorCode.ENTRY_NOT_CONFIRMED);
            }
            inspection.startWithoutScan(noScanReason);
            detail.put("noScanReason", noScanReason);
        }
        if (approval != null) {
            inspection.requireApprovalUntil(approval);
        }
    }

    /** What was merged starts with the visit that counts for both: after it. */
    private void requireOther(Inspection inspection) {
        if (inspection.mergedIntoId() != null
                && inspections
                        .findByIdOptional(inspection.mergedIntoId())
                        .filter(other -> other.startedAt() != null)
                        .isEmpty()) {
            throw Refusal.at("id", ErrorCode.MERGED_VISIT_WAITS);
        }
    }
}
