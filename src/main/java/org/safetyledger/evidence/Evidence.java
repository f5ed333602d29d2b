package org.safetyledger.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Side;
import org.safetyledger.audit.Recorded;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Datum;

/** What is known of a photo or video; its content is in the store under the same id. Never changed. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Evidence extends TradedObject {
    /** What is recorded of the object that it shows. */
    static final String ADDED = "EVIDENCE_ADDED";

    private @Nullable UUID inspectionId;
    private @Nullable UUID findingId;
    private @Nullable UUID hazardId;
    private @Nullable UUID taskId;

    @Enumerated(EnumType.STRING)
    private EvidenceStage stage;

    private String mediaType;
    private long size;
    private String sha256;
    private @Nullable Instant capturedAt;
    private @Nullable Double longitude;
    private @Nullable Double latitude;

    @Enumerated(EnumType.STRING)
    private @Nullable Datum datum;

    private @Nullable String device;
    private @Nullable String sourceSystem;
    private @Nullable Instant exportedAt;
    private Instant receivedAt;

    private String uploadedBy;

    /** Whether who added it is named nowhere with it. */
    private boolean unnamed;

    @Enumerated(EnumType.STRING)
    private Side side;

    protected Evidence() {}

    Evidence(EvidenceDeclaration declared, Recorded subject, ReceivedContent content, Caller sender, Instant now) {
        super(declared.id(), subject);
        this.inspectionId = subject.nodeType() == NodeType.INSPECTION ? subject.id() : null;
        this.findingId = declared.finding();
        this.hazardId = subject.nodeType() == NodeType.HAZARD ? subject.id() : null;
        this.taskId = subject.nodeType() == NodeType.TASK ? subject.id() : null;
        this.stage = declared.stage();
        this.mediaType = declared.type().text();
        this.size = content.size();
        this.sha256 = content.sha256();
        this.capturedAt = declared.capturedAt();
        EvidenceDeclaration.Place place = declared.place();
        this.longitude = place == null ? null : place.longitude();
        this.latitude = place == null ? null : place.latitude();
        this.datum = place == null ? null : place.datum();
        this.device = declared.device();
        EvidenceDeclaration.Export export = declared.export();
        this.sourceSystem = export == null ? null : export.system();
        this.exportedAt = export == null ? null : export.at();
        this.receivedAt = now;
        this.uploadedBy = sender.subject();
        this.unnamed = subject.hides(sender.subject(), ADDED);
        this.side = sender.side();
    }

    /** Whether it was declared so; that it has the same bytes does not make it the same evidence. */
    boolean isDeclaredBy(EvidenceDeclaration declared) {
        EvidenceDeclaration.Place place = longitude == null || latitude == null || datum == null
                ? null
                : new EvidenceDeclaration.Place(longitude, latitude, datum);
        EvidenceDeclaration.Export export = sourceSystem == null || exportedAt == null
                ? null
                : new EvidenceDeclaration.Export(sourceSystem, exportedAt);
        return declared.equals(new EvidenceDeclaration(
                        id(), subject(), stage, declared.type(), sha256, capturedAt, place, device, export))
                && mediaType.equals(declared.type().text());
    }

    private NodeId subject() {
        if (hazardId != null) {
            return new NodeId(NodeType.HAZARD, hazardId);
        }
        return taskId != null
                ? new NodeId(NodeType.TASK, taskId)
                : new NodeId(NodeType.INSPECTION, Objects.requireNonNull(inspectionId));
    }

    @Override
    public boolean hides(String subject, String action) {
        return unnamed && uploadedBy.equals(subject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.EVIDENCE;
    }

    @Override
    public String state() {
        return "RECEIVED";
    }

    public @Nullable UUID findingId() {
        return findingId;
    }

    public EvidenceStage stage() {
        return stage;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }
}
