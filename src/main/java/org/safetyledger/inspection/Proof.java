package org.safetyledger.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Side;

/**
 * A photo or video that shows the state before a fix or after it.
 *
 * @param after whether it shows the state after the fix
 * @param task the task that it was added to; null when it was added elsewhere
 */
public record Proof(
        boolean after,
        Side side,
        Instant receivedAt,
        @Nullable UUID task) {}
