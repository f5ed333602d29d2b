package org.safetyledger.offsite;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.InspectionStatus;

/** Whether an off-site check can have led to what is said of it. */
@ApplicationScoped
class OffSiteOutcomes {
    private final InspectionRepository inspections;
    private final HazardRepository hazards;

    OffSiteOutcomes(InspectionRepository inspections, HazardRepository hazards) {
        this.inspections = inspections;
        this.hazards = hazards;
    }

    /** Refuses another enterprise's or authority's visit, another enterprise's hazard, and what its result does not name. */
    void require(OffSiteOutcome outcome, @Nullable UUID enterprise, Caller officer) {
        requireNamed(outcome.visit(), outcome.result() == OffSiteResult.LED_TO_VISIT, "inspectionId");
        requireNamed(outcome.hazard(), outcome.result() == OffSiteResult.LED_TO_HAZARD, "hazardId");
        if (outcome.visit() != null && !isOwnVisit(outcome.visit(), enterprise, officer)) {
            throw Refusal.at("inspectionId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (outcome.hazard() != null && !isHazardOf(enterprise, outcome.hazard())) {
            throw Refusal.at("hazardId", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    private boolean isOwnVisit(UUID id, @Nullable UUID enterprise, Caller officer) {
        return inspections
                .findByIdOptional(id)
                .filter(visit -> visit.kind() == InspectionKind.ENFORCEMENT
                        && visit.status() != InspectionStatus.CANCELLED
                        && officer.authority().equals(visit.authority())
                        && isOf(enterprise, visit.enterpriseId()))
                .isPresent();
    }

    private boolean isHazardOf(@Nullable UUID enterprise, UUID id) {
        return hazards.findByIdOptional(id)
                .filter(hazard -> hazard.status() != HazardStatus.REJECTED && isOf(enterprise, hazard.enterpriseId()))
                .isPresent();
    }

    private static void requireNamed(@Nullable UUID named, boolean needed, String field) {
        if ((named != null) != needed) {
            throw Refusal.at(field, ErrorCode.OUTCOME_NOT_NAMED);
        }
    }

    private static boolean isOf(@Nullable UUID enterprise, @Nullable UUID other) {
        return enterprise != null && enterprise.equals(other);
    }
}
