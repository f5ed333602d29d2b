package org.safetyledger.supervision.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.command.Target;

/**
 * What a sender says.
 *
 * @param to code of the department or jurisdiction that is to have the hazard
 * @param suspectedAt when the suspicion of a crime arose; null where there is none
 */
record TransferOrder(
        UUID id,
        Target hazard,
        TransferKind kind,
        String to,
        String basis,
        String reason,
        @Nullable String materials,
        String contact,
        @Nullable Instant suspectedAt) {}
