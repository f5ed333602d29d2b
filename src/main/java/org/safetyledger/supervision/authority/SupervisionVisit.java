package org.safetyledger.supervision.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.PostHolder;

/** One visit to a government or department, which lies at the place of the office that supervises. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class SupervisionVisit extends PlacedObject implements Guarded<SupervisionVerb.Facts> {
    /** States of a visit. */
    @Enum("SupervisionVisitStatus")
    @Description("State of a visit to an authority.")
    public enum Status {
        @Description("Planned; its target does not see it.")
        PLANNED,
        @Description("Announced to its target.")
        NOTIFIED,
        @Description("Going on; its target sees it.")
        IN_PROGRESS,
        @Description("The record is finished and waits for the target's signature.")
        RECORD_PENDING_SIGNATURE,
        @Description("Signed for the target by somebody of its own.")
        SIGNED,
        @Description("The target refused to sign.")
        SIGNATURE_REFUSED,
        @Description("Completed: each problem is an item.")
        COMPLETED,
        @Description("Cancelled before its start.")
        CANCELLED,
        @Description("Broken off.")
        ABORTED
    }

    private String office;
    private String targetDivision;
    private @Nullable String targetDepartment;
    private @Nullable UUID campaignId;
    private UUID checklistId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private boolean announced;
    private List<String> officers;
    private List<String> officerSubjects;
    private LocalDate plannedOn;
    private String plannedBy;
    private Instant plannedAt;
    private @Nullable Instant notifiedAt;
    private @Nullable Instant startedAt;
    private @Nullable String startedBy;
    private @Nullable Instant signedAt;
    private @Nullable String signedBy;
    private @Nullable String signatureRefusal;
    private @Nullable Instant completedAt;
    private @Nullable String endReason;

    @Formula("coalesce((select c.status not in ('DRAFT', 'ARCHIVED') from campaign c where c.id = campaign_id), true)")
    private boolean campaignRuns = true;

    @Formula(
            "coalesce((select ledger_today() between c.starts_on and c.ends_on from campaign c where c.id = campaign_id), true)")
    private boolean inWindow = true;

    protected SupervisionVisit() {}

    SupervisionVisit(
            SupervisionPlan plan,
            SupervisedAuthority target,
            String office,
            List<PostHolder> officers,
            Caller planner,
            Instant now) {
        super(plan.id(), planner.division());
        this.office = office;
        this.targetDivision = target.division();
        this.targetDepartment = target.department();
        this.campaignId = plan.campaignId();
        this.checklistId = plan.checklistId();
        this.status = Status.PLANNED;
        this.announced = plan.announced();
        this.officers = officers.stream().map(PostHolder::name).toList();
        this.officerSubjects = officers.stream()
                .map(PostHolder::subject)
                .filter(Objects::nonNull)
                .toList();
        this.plannedOn = plan.plannedOn();
        this.plannedBy = planner.name();
        this.plannedAt = now;
    }

    void notifyTarget(Instant now) {
        status = Status.NOTIFIED;
        notifiedAt = now;
    }

    void start(Caller officer, Instant now) {
        status = Status.IN_PROGRESS;
        startedAt = now;
        startedBy = officer.name();
    }

    void finishRecord() {
        status = Status.RECORD_PENDING_SIGNATURE;
    }

    void sign(Caller signer, Instant now) {
        status = Status.SIGNED;
        signedAt = now;
        signedBy = signer.name();
    }

    void recordRefusal(String reason, Instant now) {
        status = Status.SIGNATURE_REFUSED;
        signedAt = now;
        signatureRefusal = reason;
    }

    void complete(Instant now) {
        status = Status.COMPLETED;
        completedAt = now;
    }

    /** Before its start it is cancelled, afterwards broken off. */
    void end(Status as, String reason) {
        status = as;
        endReason = reason;
    }

    SupervisedAuthority target() {
        return new SupervisedAuthority(targetDivision, targetDepartment);
    }

    String office() {
        return office;
    }

    UUID checklistId() {
        return checklistId;
    }

    @Override
    public SupervisionVerb.Facts facts() {
        return new SupervisionVerb.Facts(
                status, announced, office, officerSubjects, targetDivision, targetDepartment, campaignRuns, inWindow);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.SUPERVISION_VISIT;
    }

    @Override
    public String state() {
        return status.name();
    }
}
