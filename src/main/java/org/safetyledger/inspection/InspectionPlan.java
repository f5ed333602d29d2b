package org.safetyledger.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection is planned with.
 *
 * @param cause why, for an enforcement visit; null for others
 */
public record InspectionPlan(
        UUID id,
        InspectionKind kind,
        boolean announced,
        @Nullable UUID enterpriseId,
        @Nullable UUID campaignId,
        UUID checklistId,
        LocalDate plannedOn,
        List<UUID> officerIds,
        @Nullable VisitCause cause,
        List<Companion> companions) {}
