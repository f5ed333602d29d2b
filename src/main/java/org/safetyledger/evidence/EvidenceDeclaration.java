package org.safetyledger.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Datum;

/**
 * What a client declares of a content that it sends.
 *
 * @param subject the inspection, finding, hazard or task that it shows
 * @param capturedAt by the client's clock, which may be wrong; kept apart from the time of receipt
 */
record EvidenceDeclaration(
        UUID id,
        NodeId subject,
        EvidenceStage stage,
        MediaType type,
        String sha256,
        @Nullable Instant capturedAt,
        @Nullable Place place,
        @Nullable String device,
        @Nullable Export export) {

    /** The finding that it shows; null when it shows something else. */
    @Nullable
    UUID finding() {
        return subject.type() == NodeType.FINDING ? subject.uuid() : null;
    }

    record Place(double longitude, double latitude, Datum datum) {}

    /**
     * From where a clip comes that was not filmed for the ledger: a system of cameras keeps its films for a while only.
     *
     * @param system as the client names it
     * @param at by the client's clock, or the system's
     */
    record Export(String system, Instant at) {}
}
