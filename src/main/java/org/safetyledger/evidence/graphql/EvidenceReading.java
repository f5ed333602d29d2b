package org.safetyledger.evidence.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Permission;
import org.safetyledger.evidence.EvidenceRepository;
import org.safetyledger.evidence.EvidenceStage;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How evidence is read, with what it shows and by itself. */
@ApplicationScoped
public class EvidenceReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of("Evidence", "evidence")
                .node(NodeType.EVIDENCE)
                .text("stage", "stage")
                .text("side", "side")
                .derived(
                        "findingId",
                        "to_jsonb($.finding_id)",
                        (stored, caller) -> NodeId.text(NodeType.FINDING, UUID.fromString(stored.asText())))
                .text("mediaType", "media_type")
                .integer("size", "size")
                .text("sha256", "sha256")
                .path("path", "/evidence/", NodeType.EVIDENCE)
                .time("capturedAt", "captured_at")
                .time("receivedAt", "received_at")
                .truth("deviceClockAhead", "coalesce($.captured_at > $.received_at, false)")
                .decimal("longitude", "longitude")
                .decimal("latitude", "latitude")
                .text("datum", "datum")
                .text("device", "device")
                .rootList("evidence", Permission.READ, EvidenceReading::query));
    }

    /** Lists of one object's evidence have no area. */
    private static ListQuery<?> query(ReadArguments arguments) {
        return EvidenceRepository.query(
                arguments.get("stage", EvidenceStage.class), arguments.get("jurisdiction", String.class));
    }
}
