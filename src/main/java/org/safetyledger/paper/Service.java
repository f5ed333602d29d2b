package org.safetyledger.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a paper was served.
 *
 * @param consented whether the enterprise has agreed in writing to be served electronically
 * @param byDevice when, by the clock of the device; null when it was not sent
 * @param proofId the photo or video that proves it; null for none
 */
record Service(
        ServiceKind kind,
        String receiver,
        boolean consented,
        @Nullable Instant byDevice,
        @Nullable UUID proofId,
        @Nullable String note) {}
