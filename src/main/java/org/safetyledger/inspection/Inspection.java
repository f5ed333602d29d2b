package org.safetyledger.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.Recorded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Enterprise;

/** One visit, from its plan to its completion. Guards are in {@link InspectionVerb}; these methods only move it. */
@Entity
@Table(name = "inspection")
@SuppressWarnings("NullAway.Init")
public class Inspection implements Recorded, InspectionFacts {
    @Id
    private UUID id;

    @Column(name = "division_code")
    private String divisionCode;

    @Column(name = "enterprise_id")
    private @Nullable UUID enterpriseId;

    @Column(name = "industry_code")
    private @Nullable String industryCode;

    private @Nullable String matter;

    @Column(name = "target_department")
    private @Nullable String targetDepartment;

    @Column(name = "campaign_id")
    private @Nullable UUID campaignId;

    @Column(name = "checklist_id")
    private UUID checklistId;

    @Enumerated(EnumType.STRING)
    private InspectionKind kind;

    private boolean announced;

    @Enumerated(EnumType.STRING)
    private InspectionStatus status;

    @Column(name = "planned_on")
    private LocalDate plannedOn;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "notified_at")
    private @Nullable Instant notifiedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "device_started_at")
    private @Nullable Instant deviceStartedAt;

    @Column(name = "started_by")
    private @Nullable String startedBy;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @Column(name = "device_signed_at")
    private @Nullable Instant deviceSignedAt;

    @Column(name = "signed_by")
    private @Nullable String signedBy;

    @Column(name = "signer_name")
    private @Nullable String signerName;

    @Column(name = "signature_refusal")
    private @Nullable String signatureRefusal;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Version
    private int version;

    protected Inspection() {}

    Inspection(InspectionPlan plan, Target target, @Nullable String matter, Caller planner, Instant now) {
        this.id = plan.id();
        this.divisionCode = target.divisionCode();
        this.enterpriseId = target.enterpriseId();
        this.industryCode = target.industryCode();
        this.matter = matter;
        this.targetDepartment = target.department();
        this.campaignId = plan.campaignId();
        this.checklistId = plan.checklistId();
        this.kind = plan.kind();
        this.announced = plan.announced();
        // Whoever plans a self-check conducts it: it needs no officers to be assigned.
        boolean assigned =
                plan.kind() == InspectionKind.SELF_CHECK || !plan.officerIds().isEmpty();
        this.status = assigned ? InspectionStatus.ASSIGNED : InspectionStatus.PLANNED;
        this.plannedOn = plan.plannedOn();
        this.plannedBy = planner.subject();
        this.plannedAt = now;
    }

    /** Whom an inspection visits: an enterprise, or a government's department. */
    public record Target(
            String divisionCode,
            @Nullable UUID enterpriseId,
            @Nullable String industryCode,
            @Nullable String department) {
        static Target of(Enterprise enterprise) {
            return new Target(enterprise.divisionCode(), enterprise.id(), enterprise.industryCode(), null);
        }
    }

    void assign() {
        status = InspectionStatus.ASSIGNED;
    }

    void notifyTarget(Instant now) {
        status = InspectionStatus.NOTIFIED;
        notifiedAt = now;
    }

    void start(Caller officer, @Nullable Instant byDevice, Instant now) {
        status = InspectionStatus.IN_PROGRESS;
        deviceStartedAt = byDevice;
        startedAt = now;
        startedBy = officer.subject();
    }

    void finishRecord() {
        status = InspectionStatus.RECORD_PENDING_SIGNATURE;
    }

    void sign(Caller signer, String name, @Nullable Instant byDevice, Instant now) {
        status = InspectionStatus.SIGNED;
        deviceSignedAt = byDevice;
        signedAt = now;
        signedBy = signer.subject();
        signerName = name;
    }

    void recordRefusal(Caller officer, String reason, @Nullable Instant byDevice, Instant now) {
        status = InspectionStatus.SIGNATURE_REFUSED;
        deviceSignedAt = byDevice;
        signedAt = now;
        signedBy = officer.subject();
        signatureRefusal = reason;
    }

    void issueFindings() {
        status = InspectionStatus.FINDINGS_ISSUED;
    }

    void followUp() {
        status = InspectionStatus.FOLLOW_UP;
    }

    void complete(Instant now) {
        status = InspectionStatus.COMPLETED;
        completedAt = now;
    }

    void cancel(String reason) {
        status = InspectionStatus.CANCELLED;
        endReason = reason;
    }

    void abort(String reason) {
        status = InspectionStatus.ABORTED;
        endReason = reason;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.INSPECTION;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String divisionCode() {
        return divisionCode;
    }

    @Override
    public @Nullable UUID enterpriseId() {
        return enterpriseId;
    }

    @Override
    public @Nullable String industryCode() {
        return industryCode;
    }

    @Override
    public @Nullable String matter() {
        return matter;
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public @Nullable String targetDepartment() {
        return targetDepartment;
    }

    public @Nullable UUID campaignId() {
        return campaignId;
    }

    public UUID checklistId() {
        return checklistId;
    }

    @Override
    public InspectionKind kind() {
        return kind;
    }

    @Override
    public boolean announced() {
        return announced;
    }

    @Override
    public InspectionStatus status() {
        return status;
    }

    public LocalDate plannedOn() {
        return plannedOn;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable String signerName() {
        return signerName;
    }

    public int version() {
        return version;
    }
}
