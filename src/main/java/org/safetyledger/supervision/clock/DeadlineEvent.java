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
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A rung that a deadline came to. The engine writes it; of a caller's doing is only that it was acknowledged. */
@Entity
@DynamicUpdate // Callers may write no other column.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class DeadlineEvent extends TradedObject implements Guarded<AcknowledgeVerb.Facts> {
    /** States of what became due. */
    @Enum("DeadlineEventStatus")
    @Description("Whether what became due still asks for something.")
    public enum Status {
        @Description("It asks whom it is addressed to, and nobody has acknowledged it.")
        OPEN,
        @Description("Another one asks in its stead.")
        CAUGHT_UP,
        @Description("Somebody of whom it is addressed to has acknowledged it (已签收).")
        ACKNOWLEDGED
    }

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Debtor owedBy;

    @Enumerated(EnumType.STRING)
    private Addressee addressee;

    private String addressedDivision;
    private @Nullable String addressedDepartment;
    private String subject;
    private int rung;
    private @Nullable Instant acknowledgedAt;
    private @Nullable String acknowledgedBy;
    private @Nullable String acknowledgedBySubject;
    private @Nullable String acknowledgement;

    protected DeadlineEvent() {}

    void acknowledge(Caller caller, Instant now, @Nullable String note) {
        status = Status.ACKNOWLEDGED;
        acknowledgedAt = now;
        acknowledgedBy = caller.name();
        acknowledgedBySubject = caller.subject();
        acknowledgement = note;
    }

    String subject() {
        return subject;
    }

    int rung() {
        return rung;
    }

    @Override
    public AcknowledgeVerb.Facts facts() {
        return new AcknowledgeVerb.Facts(status, owedBy, addressee, addressedDivision, addressedDepartment);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DEADLINE_EVENT;
    }

    @Override
    public String state() {
        return status.name();
    }
}
