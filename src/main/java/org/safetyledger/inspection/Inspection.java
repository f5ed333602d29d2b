package org.safetyledger.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.party.Enterprise;

/** One visit, from its plan to its completion. Guards are in {@link InspectionVerb}; these methods only move it. */
@Entity
// What JSON says is not written anew in the words of a later program: the database compares what callers change.
@DynamicUpdate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Inspection extends TradedObject implements InspectionFacts, Guarded<InspectionFacts> {
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

    @Enumerated(EnumType.STRING)
    private @Nullable CheckKind checkKind;

    @Enumerated(EnumType.STRING)
    private @Nullable VisitSource source;

    private @Nullable String sourceReference;
    private @Nullable String authority;
    private @Nullable String authorityDivision;

    @Column(updatable = false)
    private boolean byGrant;

    private boolean counted;
    private @Nullable UUID checkPlanId;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvalDocument;
    private @Nullable LocalDate approvedUntil;
    private @Nullable Instant approvalDueAt;
    private @Nullable Instant approvalRefusedAt;
    private @Nullable String approvalRefusal;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline approvalDeadline;

    private @Nullable String entryCode;
    private @Nullable Instant enteredAt;
    private @Nullable String noScanReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Companion> companions;

    private @Nullable UUID mergedIntoId;
    private @Nullable Integer ratingScore;
    private @Nullable String ratingComment;
    private @Nullable Instant ratedAt;
    private List<String> recused = List.of();
    private boolean awaitsOfficer;
    private @Nullable Instant refusalReportedAt;
    private @Nullable String refusalNotedBy;
    private @Nullable Instant refusalNotedAt;

    protected Inspection() {}

    /** @param byGrant whether it is beyond the powers of its planner, who was handed a hazard there */
    Inspection(
            InspectionPlan plan, Target target, @Nullable String matter, boolean byGrant, Caller planner, Instant now) {
        super(plan.id(), target.divisionCode(), target.enterpriseId(), target.industryCode(), matter);
        this.campaignId = plan.campaignId();
        this.checklistId = plan.checklistId();
        this.kind = plan.kind();
        this.announced = plan.announced();
        // Whoever plans a self-check conducts it: it needs no officers to be assigned.
        boolean assigned =
                plan.kind() == InspectionKind.SELF_CHECK || !plan.officerIds().isEmpty();
        this.status = assigned ? InspectionStatus.ASSIGNED : InspectionStatus.PLANNED;
        this.companions = plan.companions();
        if (plan.kind() != InspectionKind.SELF_CHECK) {
            this.authority = planner.authority();
            this.authorityDivision = planner.division();
        }
        this.plannedOn = plan.plannedOn();
        this.byGrant = byGrant;
        this.plannedBy = planner.subject();
        this.plannedAt = now;
    }

    /** Whom an inspection visits. */
    public record Target(
            String divisionCode,
            @Nullable UUID enterpriseId,
            @Nullable String industryCode) {
        static Target of(Enterprise enterprise) {
            return new Target(enterprise.divisionCode(), enterprise.id(), enterprise.industryCode());
        }
    }

    /**
     * An enforcement visit is approved before it has officers, but for an emergency.
     *
     * @param byPlan the check plan by which it is made; null for none
     */
    void enforce(VisitCause cause, boolean counts, @Nullable UUID byPlan) {
        checkKind = cause.kind();
        source = cause.source();
        sourceReference = cause.reference();
        counted = counts;
        checkPlanId = byPlan;
        if (!cause.isEmergency()) {
            status = InspectionStatus.APPROVAL_PENDING;
        } else if (status == InspectionStatus.ASSIGNED) {
            entryCode = EntryCode.make();
        }
    }

    /** @param staffed whether it has the officers that it needs */
    void approve(Caller head, String document, boolean staffed, Instant now) {
        approvedBy = head.name();
        approvedAt = now;
        approvalDocument = document;
        approvedUntil = null;
        if (status == InspectionStatus.APPROVAL_PENDING) {
            status = InspectionStatus.APPROVED;
            if (staffed) {
                assign();
            }
        }
    }

    /** A visit that its head does not approve is not made; an emergency that is going on is broken off. */
    void refuseApproval(String reason, Instant now) {
        approvalRefusedAt = now;
        approvalRefusal = reason;
        if (startedAt == null) {
            cancel(reason);
        } else if (status != InspectionStatus.COMPLETED && status != InspectionStatus.ABORTED) {
            abort(reason);
        }
    }

    /** Whether it is an emergency that was not approved in time, or not at all. */
    public boolean lacksApproval(Instant now) {
        return approvalRefusedAt != null
                || (approvedAt == null && approvalDueAt != null && approvalDueAt.isBefore(now));
    }

    void assign() {
        status = InspectionStatus.ASSIGNED;
        if (checkKind != null && entryCode == null) {
            entryCode = EntryCode.make();
        }
    }

    /** It has lost an officer whom it needs, and waits for another. */
    void awaitOfficers() {
        status = approvedAt == null ? InspectionStatus.PLANNED : InspectionStatus.APPROVED;
        entryCode = null;
    }

    /** It is made together with another authority's visit, on its day; what was approved for another day is approved again. */
    void mergeInto(Inspection other) {
        if (approvedAt != null && !plannedOn.equals(other.plannedOn)) {
            awaitApproval();
        }
        mergedIntoId = other.id();
        plannedOn = other.plannedOn;
    }

    private void awaitApproval() {
        status = InspectionStatus.APPROVAL_PENDING;
        approvedBy = null;
        approvedAt = null;
        approvalDocument = null;
        approvedUntil = null;
        entryCode = null;
    }

    /**
     * It is made on another day; what is approved for other days is approved again, and who was told of it is told again.
     *
     * @param lastApproved the last of the days for which it is approved, if it is
     */
    void reschedule(LocalDate day, LocalDate lastApproved, Instant now) {
        if (approvedAt != null && (day.isBefore(plannedOn) || day.isAfter(lastApproved))) {
            awaitApproval();
        } else if (approvedAt != null) {
            approvedUntil = lastApproved;
        }
        if (status == InspectionStatus.NOTIFIED) {
            notifiedAt = now;
        }
        plannedOn = day;
    }

    /** By which plan it is made on its day, and whether it is one of that year's. */
    void countAs(boolean counts, @Nullable UUID byPlan) {
        counted = counts;
        checkPlanId = byPlan;
    }

    /** It is made on its own again. */
    void part() {
        mergedIntoId = null;
    }

    /** The one with this number, from 1, does not come along. */
    Companion excludeCompanion(int number, String reason) {
        Companion excluded = companions.get(number - 1).excluded(reason);
        companions = new ArrayList<>(companions);
        companions.set(number - 1, excluded);
        return excluded;
    }

    void rate(int score, @Nullable String comment, Instant now) {
        ratingScore = score;
        ratingComment = comment;
        ratedAt = now;
    }

    /** Whether what it finds is advice: it has no way to penalties. */
    public boolean isAdvice() {
        return kind == InspectionKind.ASSISTANCE;
    }

    boolean isEntered() {
        return enteredAt != null;
    }

    /** The last day for which it was approved before it was moved among its days; null where it was not moved. */
    @Nullable
    LocalDate approvedUntil() {
        return approvedUntil;
    }

    /** Whether it may not start yet, because nobody has confirmed at the gate that its officers are there. */
    boolean awaitsEntry() {
        return checkKind != null && enteredAt == null;
    }

    void startWithoutScan(String reason) {
        noScanReason = reason;
    }

    /** Whether it may start before its approval, and has none yet. */
    boolean owesApproval() {
        return source == VisitSource.EMERGENCY && approvedAt == null;
    }

    /** An emergency is to be approved after its start. */
    void requireApprovalUntil(Deadline deadline) {
        approvalDeadline = deadline;
        approvalDueAt = deadline.dueAt();
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

    /** What the target refused is reported to the head of the authority whose visit it is. */
    void reportRefusal(Instant now) {
        if (authorityDivision != null) {
            refusalReportedAt = now;
        }
    }

    void noteRefusal(Caller head, Instant now) {
        refusalNotedBy = head.name();
        refusalNotedAt = now;
    }

    /**
     * An officer acts no more in it.
     *
     * @param subject the officer's; null for one who has no account
     * @param staffed whether the others are enough
     * @return whether that changes anything of the visit
     */
    boolean recuse(@Nullable String subject, boolean staffed) {
        boolean waited = awaitsOfficer;
        if (subject != null) {
            recused = new ArrayList<>(recused);
            recused.add(subject);
        }
        awaitsOfficer = !staffed && !isOver();
        return subject != null || awaitsOfficer != waited;
    }

    /** Whether nobody conducts it any more. */
    boolean isOver() {
        return status == InspectionStatus.COMPLETED || status == InspectionStatus.ABORTED;
    }

    /** It has the officers again whom it needs. */
    void goOn() {
        awaitsOfficer = false;
    }

    /** Whether the officer with this subject was recused, and acts no more in it. */
    public boolean isRecused(String subject) {
        return recused.contains(subject);
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

    @Override
    public String plannedBy() {
        return plannedBy;
    }

    @Override
    public @Nullable String authorityDivision() {
        return authorityDivision;
    }

    @Override
    public @Nullable VisitSource source() {
        return source;
    }

    @Override
    public boolean approvalGiven() {
        return approvedAt != null;
    }

    @Override
    public boolean rated() {
        return ratedAt != null;
    }

    @Override
    public List<String> recused() {
        return recused;
    }

    @Override
    public boolean awaitsOfficer() {
        return awaitsOfficer;
    }

    @Override
    public boolean refusalToNote() {
        return refusalReportedAt != null && refusalNotedAt == null;
    }

    @Override
    public boolean approvalRefused() {
        return approvalRefusedAt != null;
    }

    @Override
    public boolean merged() {
        return mergedIntoId != null;
    }

    /** Whether its authority makes it beyond its place and trades, for a hazard that it was handed. */
    public boolean byGrant() {
        return byGrant;
    }

    boolean counted() {
        return counted;
    }

    List<Companion> companions() {
        return companions;
    }

    @Nullable
    CheckKind checkKind() {
        return checkKind;
    }

    /** Null for what is no enforcement, and from before approvals. */
    @Nullable
    VisitCause cause() {
        return checkKind == null || source == null ? null : new VisitCause(checkKind, source, sourceReference);
    }

    @Override
    public @Nullable String authority() {
        return authority;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    @Nullable
    UUID mergedIntoId() {
        return mergedIntoId;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }
}
