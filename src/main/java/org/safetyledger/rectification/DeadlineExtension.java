package org.safetyledger.rectification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class DeadlineExtension {
    @Id
    private UUID id;

    private UUID taskId;

    @Enumerated(EnumType.STRING)
    private ExtensionStatus status;

    private String reason;
    private String interimMeasures;
    private String requestedBy;
    private Instant requestedAt;
    private Instant previousDueAt;
    private Instant requestedDueAt;
    private Instant decideBy;

    @Enumerated(EnumType.STRING)
    private RectificationStatus resumeStatus;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline resumeDeadline;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
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
}
