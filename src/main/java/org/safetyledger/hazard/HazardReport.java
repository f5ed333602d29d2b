package org.safetyledger.hazard;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.GeoPosition;

/**
 * What a hazard is reported with.
 *
 * @param discoveredAt null for the moment of the report
 */
public record HazardReport(
        UUID id,
        UUID enterpriseId,
        @Nullable UUID inspectionId,
        @Nullable UUID findingId,
        String title,
        @Nullable String description,
        @Nullable String place,
        @Nullable GeoPosition position,
        String categoryCode,
        @Nullable Instant discoveredAt) {}
