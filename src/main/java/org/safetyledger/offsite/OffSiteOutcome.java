package org.safetyledger.offsite;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an off-site check led to.
 *
 * @param visit to which it led; else null
 * @param hazard to which it led; else null
 */
record OffSiteOutcome(
        OffSiteResult result,
        @Nullable UUID visit,
        @Nullable UUID hazard) {}
