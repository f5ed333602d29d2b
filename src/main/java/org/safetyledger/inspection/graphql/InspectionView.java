package org.safetyledger.inspection.graphql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionStatus;

@Type("Inspection")
@Description("One visit (检查). An enterprise sees an unannounced one only from its start on; a worker sees none.")
public final class InspectionView implements Node {
    private final Inspection inspection;

    public InspectionView(Inspection inspection) {
        this.inspection = inspection;
    }

    public Inspection inspection() {
        return inspection;
    }

    public UUID uuid() {
        return inspection.id();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.INSPECTION, inspection.id());
    }

    @NonNull
    @Description("Kind.")
    public InspectionKind getKind() {
        return inspection.kind();
    }

    @NonNull
    @Description("State.")
    public InspectionStatus getStatus() {
        return inspection.status();
    }

    @Description("Whether the target is told beforehand.")
    public boolean isAnnounced() {
        return inspection.announced();
    }

    @Description("Code of the department under supervision; null when an enterprise is inspected.")
    public @Nullable String getTargetDepartment() {
        return inspection.targetDepartment();
    }

    @NonNull
    @Description("Planned day.")
    public LocalDate getPlannedOn() {
        return inspection.plannedOn();
    }

    @Description("When the visit started, by the clock of the device, which may be wrong; null when it was not sent.")
    public @Nullable OffsetDateTime getDeviceStartedAt() {
        return Times.localOrNull(inspection.deviceStartedAt());
    }

    @Description(
            "When the record was signed or refused, by the clock of the device, which may be wrong; null when it was not"
                    + " sent.")
    public @Nullable OffsetDateTime getDeviceSignedAt() {
        return Times.localOrNull(inspection.deviceSignedAt());
    }

    @Description("When the visit started.")
    public @Nullable OffsetDateTime getStartedAt() {
        return Times.localOrNull(inspection.startedAt());
    }

    @Description("When the record was signed, or the refusal recorded.")
    public @Nullable OffsetDateTime getSignedAt() {
        return Times.localOrNull(inspection.signedAt());
    }

    @Description("Why the target refused to sign.")
    public @Nullable String getSignatureRefusal() {
        return inspection.signatureRefusal();
    }

    @Description("When it was completed.")
    public @Nullable OffsetDateTime getCompletedAt() {
        return Times.localOrNull(inspection.completedAt());
    }

    @Description("Why it was cancelled or broken off.")
    public @Nullable String getEndReason() {
        return inspection.endReason();
    }

    @Description("Version, for `expectedVersion`.")
    public int getVersion() {
        return inspection.version();
    }
}
