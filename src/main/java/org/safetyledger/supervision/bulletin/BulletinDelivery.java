package org.safetyledger.supervision.bulletin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Deadline;

/** A published bulletin in the hands of one addressee, whose place it lies at: until it is received, then until it is answered. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class BulletinDelivery extends PlacedObject implements Guarded<DeliveryVerb.Facts> {
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

    protected BulletinDelivery() {}

    BulletinDelivery(
            Bulletin bulletin, String divisionCode, @Nullable String departmentCode, Instant now, Deadline receipt) {
        super(NodeId.newUuid(), divisionCode);
        this.bulletinId = bulletin.id();
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
    public DeliveryVerb.Facts facts() {
        return new DeliveryVerb.Facts(status, divisionCode(), departmentCode);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DELIVERY;
    }

    @Override
    public String state() {
        return status.name();
    }
}
