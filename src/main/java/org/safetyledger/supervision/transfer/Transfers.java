package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Handling;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardEnded;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.hazard.HazardVerb;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.Limits;

/** Hands hazards on: sent, answered or accepted by silence, decided by a committee's office where it is sent too often. */
@ApplicationScoped
class Transfers {
    private final LockedObjects objects;
    private final HazardRepository hazards;
    private final Handovers handovers;
    private final TransferRepository transfers;
    private final Authorities authorities;
    private final TransferGrants grants;
    private final CrimeTransfers crimes;
    private final ScopedTransactions transactions;
    private final Deadlines deadlines;
    private final Limits limits;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Transfers(
            LockedObjects objects,
            HazardRepository hazards,
            Handovers handovers,
            TransferRepository transfers,
            Authorities authorities,
            TransferGrants grants,
            CrimeTransfers crimes,
            ScopedTransactions transactions,
            Deadlines deadlines,
            Limits limits,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.objects = objects;
        this.hazards = hazards;
        this.handovers = handovers;
        this.transfers = transfers;
        this.authorities = authorities;
        this.grants = grants;
        this.crimes = crimes;
        this.transactions = transactions;
        this.deadlines = deadlines;
        this.limits = limits;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** The hazard is held, so that of two transfers sent at once the second finds the first. */
    HazardTransfer send(TransferOrder order) {
        Caller sender = callers.current();
        Hazard hazard = objects.lock(Hazard.class, order.hazard(), HazardVerb.TRANSFER, "hazardId");
        Instant now = clock.instant();
        requireSuspicion(order, now);
        Authority to = order.kind() == TransferKind.CRIME
                ? authorities.requirePolice(order.to(), Times.day(now), "to")
                : authorities.require(order.to(), Times.day(now), "to");
        Authority from = giver(hazard.handling(), sender);
        if (to.equals(from) || to.includes(sender) || isInvolved(to, order.kind(), hazard.handling())) {
            throw Refusal.at("to", ErrorCode.ALREADY_HANDLES);
        }
        if (transfers.awaits(hazard.id(), order.kind(), to)) {
            throw Refusal.at("hazardId", ErrorCode.TRANSFER_PENDING);
        }
        settle(hazard);
        HazardTransfer transfer =
                new HazardTransfer(order, hazard, from, to, transfers.nextNumber(hazard.id(), order.kind()), sender);
        ask(transfer, order, now);
        journal.begin(
                transfer,
                order.kind() == TransferKind.CRIME ? "PROPOSED" : "SENT",
                Map.of("from", from.code(), "to", to.code(), "reason", order.reason()));
        // What a receiver sends on is seen by its policies once its row is there, and what is given with it asks for
        // the row.
        transfers.flush();
        if (order.kind() != TransferKind.CRIME) {
            grants.give(transfer, to, transfer.silentFrom());
        }
        tell(transfer, hazard, "TRANSFERRED");
        return transfer;
    }

    private void requireSuspicion(TransferOrder order, Instant now) {
        if ((order.kind() == TransferKind.CRIME) != (order.suspectedAt() != null)) {
            throw Refusal.at("suspectedAt", ErrorCode.SUSPICION_TIME_REQUIRED);
        }
        DeviceTime.require(order.suspectedAt(), now, "suspectedAt");
    }

    /** Whoever belongs to the authority that handles it gives it away for this one. */
    private static Authority giver(@Nullable Handling handling, Caller sender) {
        Authority handler = handling == null ? null : handling.handler();
        return handler != null && handler.includes(sender) ? handler : Authority.of(sender);
    }

    private static boolean isInvolved(Authority to, TransferKind kind, @Nullable Handling handling) {
        return handling != null
                && (to.equals(handling.handler())
                        || (kind == TransferKind.JOINT && handling.partners().contains(to)));
    }

    /** What silence accepted before is written down first: only one transfer may wait. */
    private void settle(Hazard hazard) {
        List<HazardTransfer> accepted = transfers.acceptedBySilence(hazard.id());
        for (HazardTransfer transfer : accepted) {
            handovers.passedBySilence(hazard, transfer);
            transfer.acceptBySilence();
            journal.record(transfer, "ACCEPTED_BY_SILENCE");
        }
        transfers.flush();
    }

    private void ask(HazardTransfer transfer, TransferOrder order, Instant now) {
        boolean tooOften = order.kind() == TransferKind.ORDINARY
                && transfer.number()
                        >= limits.on(Times.day(now), "TRANSFER_ARBITRATED_FROM", "")
                                .amount();
        if (tooOften) {
            transfer.askOffices(
                    now,
                    authorities.committeeOfficesAbove(transfer.from(), transfer.to(), Times.day(now)),
                    clockOf(now, "TRANSFER_ARBITRATION"));
        } else if (order.suspectedAt() != null) {
            transfer.propose(now, crimes.toDecide(order.suspectedAt()));
        } else {
            transfer.ask(now, clockOf(now, "TRANSFER_ANSWER"));
        }
    }

    private Deadline clockOf(Instant start, String subject) {
        return deadlines.from(start, subject, "");
    }

    HazardTransfer accept(Target target) {
        handovers.hold(target.id());
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.ACCEPT);
        transfer.accept(callers.current(), clock.instant());
        if (transfer.kind() != TransferKind.CRIME) {
            grants.letAct(transfer);
        }
        journal.record(transfer, "ACCEPTED");
        tell(transfer, "TRANSFER_ACCEPTED");
        handovers.passed(transfer);
        return transfer;
    }

    HazardTransfer reject(Target target, String reason) {
        handovers.hold(target.id());
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.REJECT);
        if (transfer.kind() == TransferKind.CRIME) {
            crimes.refuse(transfer, reason);
        } else {
            transfer.reject(callers.current(), clock.instant(), reason);
        }
        grants.end(transfer);
        journal.record(transfer, "REJECTED", Map.of("reason", reason));
        tell(transfer, "TRANSFER_REJECTED");
        return transfer;
    }

    /** @param handler code of who is to handle the hazard: one of the two, or a third authority of the arbiter's own area */
    HazardTransfer arbitrate(Target target, String handler, String reason) {
        handovers.hold(target.id());
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.ARBITRATE);
        Instant now = clock.instant();
        Authority decided = authorities.require(handler, Times.day(now), "handler");
        boolean ofTheTwo = decided.equals(transfer.from()) || decided.equals(transfer.to());
        if (!ofTheTwo && !callers.current().covers(decided.division())) {
            throw Refusal.at("handler", ErrorCode.OUTSIDE_JURISDICTION);
        }
        transfer.arbitrate(callers.current(), now, decided, reason);
        if (decided.equals(transfer.to())) {
            grants.letAct(transfer);
        } else {
            grants.end(transfer);
            if (!decided.equals(transfer.from())) {
                transfers.flush();
                grants.give(transfer, decided, now);
            }
        }
        journal.record(transfer, "ARBITRATED", Map.of("handler", decided.code(), "reason", reason));
        tell(transfer, "TRANSFER_ARBITRATED");
        handovers.passed(transfer);
        return transfer;
    }

    HazardTransfer endJointWork(Target target) {
        handovers.hold(target.id());
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.END);
        transfer.end(clock.instant());
        grants.end(transfer);
        journal.record(transfer, "ENDED");
        tell(transfer, "JOINT_WORK_ENDED");
        return transfer;
    }

    /**
     * Whoever ends a hazard, who may see no transfer at all: what waits and who works along is told that it is over. Who handled it
     * reads it for the time of the rule; the database lets them see it again where it is opened again.
     */
    void endWith(@Observes HazardEnded ended) {
        Hazard hazard = ended.hazard();
        if (hazard.handling() == null) {
            return;
        }
        transactions.asSystem(() -> {
            Instant now = clock.instant();
            List<HazardTransfer> ending = transfers.endingWith(hazard.id());
            for (HazardTransfer transfer : ending) {
                transfer.endWith(hazard.status(), now);
                grants.end(transfer);
                journal.record(transfer, "ENDED", Map.of("hazard", hazard.state()));
            }
            Instant keptUntil = clockOf(now, "TRANSFER_KEPT").dueAt();
            transfers.passed(hazard.id()).forEach(transfer -> grants.keepUntil(transfer, keptUntil));
            return ending;
        });
    }

    /** One that goes to the police does not hold its hazard: its state is read while its history is. */
    private void tell(HazardTransfer transfer, String action) {
        UUID id = transfer.hazardId();
        journal.hold(new NodeId(NodeType.HAZARD, id));
        Hazard hazard = hazards.findById(id);
        if (hazard != null) {
            tell(transfer, hazard, action);
        }
    }

    /** Its enterprise reads the history of the hazard: what went to the police is told in that of the transfer alone. */
    private void tell(HazardTransfer transfer, Hazard hazard, String action) {
        if (transfer.kind() != TransferKind.CRIME) {
            journal.record(
                    hazard,
                    action,
                    Map.of(
                            "from", transfer.from().code(),
                            "to", transfer.to().code(),
                            "kind", transfer.kind().name(),
                            "transfer", NodeId.text(NodeType.HAZARD_TRANSFER, transfer.id())));
        }
    }
}
