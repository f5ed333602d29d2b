package org.safetyledger.party;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** That a duty of a post was performed on a day; withdrawn, it counts no more and stays to be read. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class DutyPerformance extends PlacedObject implements Guarded<DutyVerb.Facts> {
    /** States of a performance. */
    @Enum("DutyPerformanceStatus")
    @Description("State of a performed duty.")
    public enum Status {
        @Description("Recorded; the duty is performed in its period.")
        RECORDED,
        @Description("Withdrawn with a reason; it counts no more.")
        WITHDRAWN
    }

    @Enumerated(EnumType.STRING)
    private Status status;

    private UUID postId;
    private UUID personId;
    private @Nullable String departmentCode;
    private String holderName;
    private String holderTitle;
    private @Nullable String holderSubject;
    private String dutyCode;
    private LocalDate performedOn;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private @Nullable String note;
    private @Nullable String document;
    private List<UUID> evidenceIds;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawalReason;

    protected DutyPerformance() {}

    DutyPerformance(
            UUID id, Performed performed, Person holder, Post post, DutyRule duty, Caller recorder, Instant now) {
        super(id, post.divisionCode());
        this.status = Status.RECORDED;
        this.postId = post.id();
        this.personId = holder.id();
        this.departmentCode = post.departmentCode();
        this.holderName = holder.name();
        this.holderTitle = post.title();
        this.holderSubject = holder.subject();
        this.dutyCode = duty.code();
        this.performedOn = performed.performedOn();
        this.periodFrom = duty.period().first(performed.performedOn());
        this.periodTo = duty.period().last(performed.performedOn());
        this.note = performed.note();
        this.document = performed.document();
        this.evidenceIds = performed.evidence();
        this.recordedAt = now;
        this.recordedBy = recorder.name();
    }

    /**
     * What somebody did.
     *
     * @param duty code of the duty
     * @param document title or number of what tells of it
     * @param evidence ids of photos and videos; may be none
     */
    record Performed(
            UUID personId,
            String duty,
            LocalDate performedOn,
            @Nullable String note,
            @Nullable String document,
            List<UUID> evidence) {}

    void withdraw(String reason, Caller caller, Instant now) {
        status = Status.WITHDRAWN;
        withdrawalReason = reason;
        withdrawnBy = caller.name();
        withdrawnAt = now;
    }

    @Override
    public DutyVerb.Facts facts() {
        return new DutyVerb.Facts(status, divisionCode(), departmentCode, holderSubject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DUTY_PERFORMANCE;
    }

    @Override
    public String state() {
        return status.name();
    }
}
