package org.safetyledger.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.jurisdiction.Deadline;

/** How far the things have come that a paper registers as evidence: their approval, the decision of each, and what lapsed. */
@Embeddable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class PreservationCourse {
    @Column(updatable = false)
    private @Nullable String authorityDivision;

    @Column(updatable = false)
    private @Nullable String urgency;

    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable Instant approvalDueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline approvalDeadline;

    private @Nullable Instant approvalRefusedAt;
    private @Nullable String approvalRefusal;
    private @Nullable Instant decisionDueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline decisionDeadline;

    private int undecidedThings;
    private @Nullable String lapseNotedBy;
    private @Nullable Instant lapseNotedAt;

    protected PreservationCourse() {}

    /** @param urgency why it cannot wait for its approval; null where it does */
    PreservationCourse(@Nullable String authorityDivision, int things, @Nullable String urgency) {
        this.authorityDivision = authorityDivision;
        this.undecidedThings = things;
        this.urgency = urgency;
    }

    void approve(Caller head, Instant now) {
        approvedBy = head.name();
        approvedAt = now;
    }

    /** What was preserved at once is not preserved any more. */
    void refuseApproval(String reason, Instant now) {
        approvalRefusedAt = now;
        approvalRefusal = reason;
    }

    /** Whether it may be served before its approval, and has none yet. */
    boolean owesApproval() {
        return urgency != null && approvedAt == null;
    }

    void requireApprovalUntil(Deadline deadline) {
        approvalDeadline = deadline;
        approvalDueAt = deadline.dueAt();
    }

    /** Its things are to be decided until then. */
    void awaitDecision(Deadline decision) {
        decisionDeadline = decision;
        decisionDueAt = decision.dueAt();
    }

    void decide(int decided) {
        undecidedThings -= decided;
    }

    void noteLapse(Caller officer, Instant now) {
        lapseNotedBy = officer.name();
        lapseNotedAt = now;
    }

    private boolean isOver(Instant now) {
        return approvalRefusedAt != null
                || (approvedAt == null && approvalDueAt != null && approvalDueAt.isBefore(now))
                || (decisionDueAt != null && decisionDueAt.isBefore(now));
    }

    PaperVerb.Preservation facts(Instant now) {
        return new PaperVerb.Preservation(
                authorityDivision,
                approvedAt != null,
                urgency != null,
                approvalRefusedAt != null,
                undecidedThings,
                isOver(now),
                lapseNotedAt != null);
    }
}
