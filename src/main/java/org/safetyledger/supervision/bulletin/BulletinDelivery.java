package org.safetyledger.supervision.bulletin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.Recorded;
import org.safetyledger.command.Versioned;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Deadline;

/** A published bulletin in the hands of one addressee, whose place it lies at: until it is received, then until it is answered. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class BulletinDelivery implements Recorded, Versioned, DeliveryVerb.Facts {
    /** States of a delivery. */
    @Enum("BulletinDeliveryStatus")
    @Description("State of a bulletin with one addressee. Overdue is computed, not a state.")
    public enum Status {
        @Description("Sent; its receipt is due.")
        SENT,
        @Description("Received (签收); its feedback is due.")
        RECEIVED,
        @Description("Answered with feedback (反馈).")
        ANSWERED
    }

    @Id
    private UUID id;

    private String divisionCode;

    private UUID bulletinId;

    private @Nullable String departmentCode;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant sentAt;

    private @Nullable Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline deadline;

    private @Nullable Instant receivedAt;

    private @Nullable String receivedBy;

    private @Nullable Instant answeredAt;

    private @Nullable String answeredBy;

    private @Nullable String feedback;

    @Version
    private int version;

    protected BulletinDelivery() {}

    BulletinDelivery(
            Bulletin bulletin, String divisionCode, @Nullable String departmentCode, Instant now, Deadline receipt) {
        this.id = NodeId.newUuid();
        this.bulletinId = bulletin.id();
        this.divisionCode = divisionCode;
        this.departmentCode = departmentCode;
        this.sentAt = now;
        enter(Status.SENT, receipt);
    }

    Instant sentAt() {
        return sentAt;
    }

    void receive(Caller caller, Instant now, Deadline answer) {
        receivedAt = now;
        receivedBy = caller.name();
        enter(Status.RECEIVED, answer);
    }

    void answer(String text, Caller caller, Instant now) {
        answeredAt = now;
        answeredBy = caller.name();
        feedback = text;
        enter(Status.ANSWERED, null);
    }

    private void enter(Status next, @Nullable Deadline clock) {
        status = next;
        deadline = clock;
        dueAt = clock == null ? null : clock.dueAt();
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public @Nullable String departmentCode() {
        return departmentCode;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DELIVERY;
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
    public String state() {
        return status.name();
    }

    @Override
    public int version() {
        return version;
    }
}
