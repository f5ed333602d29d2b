package org.safetyledger.post;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of an enterprise saw and reports.
 *
 * @param id of the report and of the hazard that it makes
 * @param category code of a hazard category; null to leave it to others
 * @param discoveredAt by the clock of the device; null for now
 */
record Sighting(
        UUID id,
        String words,
        @Nullable String place,
        @Nullable String category,
        boolean anonymous,
        @Nullable Instant discoveredAt) {}
