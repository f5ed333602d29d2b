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
import org.safetyledger.hazard.HazardStatus;
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

    @Enumerated(EnumType.STRING)
    private @Nullable HazardStatus endedWith;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decision;
    private @Nullable String deliveredBy;
    private @Nullable Instant deliveredAt;
    private @Nullable String delivery;
    private @Nullable Instant reconsideredAt;
    private @Nullable String reconsideration;

    @Formula("(status = 'PENDING' and ledger_transfer_state(status, kind, due_at, ended_at) = 'ACCEPTED')")
    private boolean silent;

    @Formula("ledger_may_reconsider(kind, status, reconsidered_at, due_at)")
    private boolean reconsiderable;

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
    void ask(Instant now, Deadline answerBy) {
        sentAt = now;
        arbiters = List.of();
        enter(TransferState.PENDING, answerBy);
    }

    /** A suspected crime waits for the head of the authority. */
    void propose(Instant now, Deadline decideBy) {
        sentAt = now;
        arbiters = List.of();
        crimeClocks = CrimeClocks.suspected(decideBy);
        enter(TransferState.PROPOSED, decideBy);
    }

    void approve(Caller head, Instant now, String why, Deadline deliverBy) {
        decided(head, now, why);
        crimeClocks = crime().approved(deliverBy);
        enter(TransferState.APPROVED, deliverBy);
    }

    void decline(Caller head, Instant now, String why) {
        decided(head, now, why);
        enter(TransferState.DECLINED, null);
    }

    private void decided(Caller head, Instant now, String why) {
        decidedBy = head.name();
        decidedAt = now;
        decision = why;
    }

    /** @param receipt what shows that the police has it */
    void deliver(Caller officer, Instant now, String receipt, Deadline answerBy) {
        deliveredBy = officer.name();
        deliveredAt = now;
        delivery = receipt;
        awaitPolice(answerBy);
    }

    void askToReconsider(Instant now, String why, Deadline answerBy) {
        reconsideredAt = now;
        reconsideration = why;
        awaitPolice(answerBy);
    }

    private void awaitPolice(Deadline answerBy) {
        crimeClocks = crime().handed(answerBy);
        enter(TransferState.PENDING, answerBy);
    }

    private CrimeClocks crime() {
        return Objects.requireNonNull(crimeClocks);
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

    void reject(Caller receiver, Instant now, String why) {
        answered(TransferState.REJECTED, receiver.name(), now, why);
    }

    /** The police opens no case; once, it may be asked to reconsider until the end of the clock. */
    void refuse(Caller police, Instant now, String why, Deadline toReconsider) {
        reject(police, now, why);
        if (reconsideredAt == null) {
            crimeClocks = crime().refused(toReconsider);
            enter(TransferState.REJECTED, toReconsider);
        }
    }

    void arbitrate(Caller office, Instant now, Authority handler, String why) {
        handlerDivision = handler.division();
        handlerDepartment = handler.department();
        answered(TransferState.ARBITRATED, office.name(), now, why);
    }

    void end(Instant now) {
        endedAt = now;
        enter(TransferState.ENDED, null);
    }

    void endWith(HazardStatus end, Instant now) {
        endedWith = end;
        end(now);
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

    /** When its receiver has accepted it by silence; null where silence accepts nothing. */
    @Nullable
    Instant silentFrom() {
        return status == TransferState.PENDING ? dueAt : null;
    }

    /** Whether by its acceptance, or by what was decided, another than its giver handles the hazard. */
    boolean passes() {
        boolean back =
                from().equals(handlerDivision == null ? to() : new Authority(handlerDivision, handlerDepartment));
        return kind == TransferKind.ORDINARY && !back;
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
        return new TransferVerb.Facts(status, kind, silent, reconsiderable, from(), to(), arbiters, sentBySubject);
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
