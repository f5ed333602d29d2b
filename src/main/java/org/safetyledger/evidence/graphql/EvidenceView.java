package org.safetyledger.evidence.graphql;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Side;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.evidence.Datum;
import org.safetyledger.evidence.Evidence;
import org.safetyledger.evidence.EvidenceStage;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;

@Type("Evidence")
@Description("A photo or video (取证照片、视频). Seen by whoever sees what it shows.")
public final class EvidenceView implements Node {
    private final Evidence evidence;

    public EvidenceView(Evidence evidence) {
        this.evidence = evidence;
    }

    public Evidence evidence() {
        return evidence;
    }

    public UUID uuid() {
        return evidence.id();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.EVIDENCE, evidence.id());
    }

    @NonNull
    @Description("What it shows.")
    public EvidenceStage getStage() {
        return evidence.stage();
    }

    @Id
    @Description("The finding that it shows, of the inspection to which it belongs; null when it shows something else.")
    public @Nullable String getFindingId() {
        UUID finding = evidence.findingId();
        return finding == null ? null : NodeId.text(NodeType.FINDING, finding);
    }

    @NonNull
    @Description("On whose side it was added: a fix is proven by whoever had to make it.")
    public Side getSide() {
        return evidence.side();
    }

    @NonNull
    @Description("Media type of the content, e.g. image/jpeg.")
    public String getMediaType() {
        return evidence.mediaType();
    }

    @Description("Size of the content in bytes.")
    public int getSize() {
        return Math.toIntExact(evidence.size());
    }

    @NonNull
    @Description("SHA-256 of the content, 64 hexadecimal digits.")
    public String getSha256() {
        return evidence.sha256();
    }

    @NonNull
    @Description("Where the content is fetched, with the same token, below the address of the service.")
    public String getPath() {
        return "/evidence/" + getId();
    }

    @Description("When it was captured, by the clock of the device, which may be wrong.")
    public @Nullable OffsetDateTime getCapturedAt() {
        return Times.localOrNull(evidence.capturedAt());
    }

    @NonNull
    @Description("When the ledger received it.")
    public OffsetDateTime getReceivedAt() {
        return Times.local(evidence.receivedAt());
    }

    @Description("Whether the device's clock was ahead: `capturedAt` lies behind `receivedAt`.")
    public boolean isDeviceClockAhead() {
        return DeviceTime.isAhead(evidence.capturedAt(), evidence.receivedAt());
    }

    @Description("Longitude of the capture in degrees.")
    public @Nullable Double getLongitude() {
        return evidence.longitude();
    }

    @Description("Latitude of the capture in degrees.")
    public @Nullable Double getLatitude() {
        return evidence.latitude();
    }

    @Description("Geodetic datum of the coordinate.")
    public @Nullable Datum getDatum() {
        return evidence.datum();
    }

    @Description("Device, as the client named it.")
    public @Nullable String getDevice() {
        return evidence.device();
    }
}
