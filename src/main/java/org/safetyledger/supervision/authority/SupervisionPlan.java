package org.safetyledger.supervision.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visit is planned with.
 *
 * @param target code of a department, or division code of a government
 */
record SupervisionPlan(
        UUID id,
        String target,
        boolean announced,
        @Nullable UUID campaignId,
        UUID checklistId,
        LocalDate plannedOn,
        List<UUID> officerIds) {}
