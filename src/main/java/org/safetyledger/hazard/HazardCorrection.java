package org.safetyledger.hazard;

import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.GeoPosition;

/** What is put right in a report, null for what stays. */
public record HazardCorrection(
        @Nullable String title,
        @Nullable String description,
        @Nullable String place,
        @Nullable GeoPosition position) {}
