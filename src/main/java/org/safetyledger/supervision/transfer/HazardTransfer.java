package org.safetyledger.supervision.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.jurisdiction.Deadline;

/** A hazard on its way from one authority to another. Guards are in {@link TransferVerb}; these methods only move it. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class HazardTransfer extends TradedObject implements Guarded<TransferVerb.Facts> {
    private UUID hazardId;

    @Enumerated(EnumType.STRING)
    private TransferKind kind;

    private int number;

    @Enumerated(EnumType.STRING)
    private TransferState status;

    private String fromDivision;
    private @Nullable String fromDepartment;
    private String toDivision;
    private @Nullable String toDepartment;
    private @Nullable String handlerDivision;
    private @Nullable String handlerDepartment;
    private List<String> arbiters;
    private String basis;
    private String reason;
    private @Nullable String materials;
    private String contact;
    private String sentBy;
    private String sentBySubject;
    private Instant sentAt;
    private @Nullable Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline deadline;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable CrimeClocks crimeClocks;

    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable String answer;
    private @Nullable Instant endedAt;

    @Formula("(status = 'PENDING' and ledger_transfer_state(status, kind, due_at, ended_at) = 'ACCEPTED')")
    private boolean silent;

    protected HazardTransfer() {}

    HazardTransfer(TransferOrder order, Hazard hazard, Authority from, Authority to, int number, Caller sender) {
        super(order.id(), hazard);
        this.hazardId = hazard.id();
        this.kind = order.kind();
        this.number = number;
        this.fromDivision = from.division();
        this.fromDepartment = from.department();
        this.toDivision = to.division();
        this.toDepartment = to.department();
        this.basis = order.basis();
        this.reason = order.reason();
        this.materials = order.materials();
        this.contact = order.contact();
        this.sentBy = sender.name();
        this.sentBySubject = sender.subject();
    }

    /** Waits for its receiver. */
    void ask(Instant now, Deadline answerBy, @Nullable CrimeClocks clocks) {
        sentAt = now;
        arbiters = List.of();
        crimeClocks = clocks;
        enter(TransferState.PENDING, answerBy);
    }

    /** Waits for one of the committees' offices. */
    void askOffices(Instant now, List<String> offices, Deadline decideBy) {
        sentAt = now;
        arbiters = offices;
        enter(TransferState.ARBITRATION, decideBy);
    }

    void accept(Caller receiver, Instant now) {
        answered(TransferState.ACCEPTED, receiver.name(), now, null);
    }

    /** What silence has done already is written down. */
    void acceptBySilence() {
        Instant end = Objects.requireNonNull(dueAt);
        answered(TransferState.ACCEPTED, null, end, null);
    }

    /** @param toReconsider of a suspected crime: by when reconsideration may be asked for */
    void reject(Caller receiver, Instant now, String why, @Nullable Deadline toReconsider) {
        if (crimeClocks != null && toReconsider != null) {
            crimeClocks = crimeClocks.refused(toReconsider);
        }
        answered(TransferState.REJECTED, receiver.name(), now, why);
    }

    void arbitrate(Caller office, Instant now, Authority handler, String why) {
        handlerDivision = handler.division();
        handlerDepartment = handler.department();
        answered(TransferState.ARBITRATED, office.name(), now, why);
    }

    void end(Instant now) {
        endedAt = now;
    }

    private void answered(TransferState next, @Nullable String by, Instant at, @Nullable String why) {
        answeredBy = by;
        answeredAt = at;
        answer = why;
        enter(next, null);
    }

    private void enter(TransferState next, @Nullable Deadline clock) {
        status = next;
        deadline = clock;
        dueAt = clock == null ? null : clock.dueAt();
    }

    UUID hazardId() {
        return hazardId;
    }

    int number() {
        return number;
    }

    TransferKind kind() {
        return kind;
    }

    Authority from() {
        return new Authority(fromDivision, fromDepartment);
    }

    Authority to() {
        return new Authority(toDivision, toDepartment);
    }

    @Override
    public TransferVerb.Facts facts() {
        return new TransferVerb.Facts(status, kind, silent, endedAt != null, from(), to(), arbiters, sentBySubject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.HAZARD_TRANSFER;
    }

    @Override
    public String state() {
        return status.name();
    }
}
