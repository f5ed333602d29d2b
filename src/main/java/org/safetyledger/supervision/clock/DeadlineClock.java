package org.safetyledger.supervision.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A deadline that runs or ran. The database keeps it; of a caller's doing is only that it was urged. */
@Entity
@DynamicUpdate // Callers may write no other column.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields.
public class DeadlineClock extends TradedObject implements Guarded<UrgeVerb.Facts> {
    /** States of a clock. */
    @Enum("DeadlineStatus")
    @Description("Whether a deadline runs. Overdue is computed, not a state.")
    public enum Status {
        @Description("It is still owed.")
        RUNNING,
        @Description("It was met, or nothing is owed any more.")
        STOPPED
    }

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Debtor owedBy;

    private String owedDivision;
    private @Nullable String owedDepartment;
    private String subject;
    private @Nullable Instant urgedAt;

    protected DeadlineClock() {}

    void urge(Instant now) {
        urgedAt = now;
    }

    String subject() {
        return subject;
    }

    @Override
    public UrgeVerb.Facts facts() {
        return new UrgeVerb.Facts(status, owedBy, owedDivision, owedDepartment);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DEADLINE_CLOCK;
    }

    @Override
    public String state() {
        return status.name();
    }
}
