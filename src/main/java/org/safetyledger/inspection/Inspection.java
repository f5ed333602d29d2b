package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Enterprise;

/** One visit, from its plan to its completion. Guards are in {@link InspectionVerb}; these methods only move it. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Inspection extends TradedObject implements InspectionFacts, Guarded<InspectionFacts> {
    private @Nullable String targetDepartment;
    private @Nullable UUID campaignId;
    private UUID checklistId;

    @Enumerated(EnumType.STRING)
    private InspectionKind kind;

    private boolean announced;

    @Enumerated(EnumType.STRING)
    private InspectionStatus status;

    private LocalDate plannedOn;
    private String plannedBy;
    private Instant plannedAt;
    private @Nullable Instant notifiedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant deviceStartedAt;
    private @Nullable String startedBy;
    private @Nullable Instant signedAt;
    private @Nullable Instant deviceSignedAt;
    private @Nullable String signedBy;
    private @Nullable String signerName;
    private @Nullable String signatureRefusal;
    private @Nullable Instant completedAt;
    private @Nullable String endReason;

    protected Inspection() {}

    Inspection(InspectionPlan plan, Target target, @Nullable String matter, Caller planner, Instant now) {
        super(plan.id(), target.divisionCode(), target.enterpriseId(), target.industryCode(), matter);
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
    public InspectionFacts facts() {
        return this;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.INSPECTION;
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

    public @Nullable Instant startedAt() {
        return startedAt;
    }
}
