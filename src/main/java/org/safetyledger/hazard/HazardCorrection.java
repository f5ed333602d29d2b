package org.safetyledger.hazard;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.GeoPosition;

/**
 * What is put right in a report, null for what stays.
 *
 * @param takenBack names of the fields that say nothing any more
 */
public record HazardCorrection(
        @Nullable String title,
        @Nullable String description,
        @Nullable String place,
        @Nullable GeoPosition position,
        Set<String> takenBack) {}
