package org.safetyledger.hazard;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a hazard is reported with. */
public record HazardReport(
        UUID id,
        UUID enterpriseId,
        @Nullable UUID inspectionId,
        @Nullable UUID findingId,
        String title,
        @Nullable String description,
        @Nullable String place,
        String categoryCode,
        Instant discoveredAt) {}
