package org.safetyledger.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.jurisdiction.Deadline;

/** An extension that was asked for; it keeps the deadline before it. */
@Entity
@Table(name = "deadline_extension")
@SuppressWarnings("NullAway.Init")
public class DeadlineExtension {
    @Id
    private UUID id;

    @Column(name = "task_id")
    private UUID taskId;

    @Enumerated(EnumType.STRING)
    private ExtensionStatus status;

    private String reason;

    @Column(name = "interim_measures")
    private String interimMeasures;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "previous_due_at")
    private Instant previousDueAt;

    @Column(name = "requested_due_at")
    private Instant requestedDueAt;

    @Column(name = "decide_by")
    private Instant decideBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "resume_status")
    private RectificationStatus resumeStatus;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "resume_deadline")
    private @Nullable Deadline resumeDeadline;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decision_comment")
    private @Nullable String decisionComment;

    @Version
    private int version;

    protected DeadlineExtension() {}

    DeadlineExtension(RectificationTask task, Request request, Instant decideBy, Caller applicant, Instant now) {
        this.id = NodeId.newUuid();
        this.taskId = task.id();
        this.status = ExtensionStatus.REQUESTED;
        this.reason = request.reason();
        this.interimMeasures = request.interimMeasures();
        this.requestedBy = applicant.subject();
        this.requestedAt = now;
        this.previousDueAt = task.dueAt();
        this.requestedDueAt = request.dueAt();
        this.decideBy = decideBy;
        this.resumeStatus = task.status();
        this.resumeDeadline = task.stateDeadline();
    }

    /** What an extension is asked for with. */
    public record Request(Instant dueAt, String reason, String interimMeasures) {}

    void decide(boolean approved, @Nullable String comment, Caller leader, Instant now) {
        status = approved ? ExtensionStatus.APPROVED : ExtensionStatus.REFUSED;
        decisionComment = comment;
        decidedBy = leader.subject();
        decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID taskId() {
        return taskId;
    }

    public ExtensionStatus status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public String interimMeasures() {
        return interimMeasures;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedDueAt() {
        return requestedDueAt;
    }

    public RectificationStatus resumeStatus() {
        return resumeStatus;
    }

    public @Nullable Deadline resumeDeadline() {
        return resumeDeadline;
    }

    public int version() {
        return version;
    }
}
