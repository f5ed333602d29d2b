package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.Deadlines;

/** The way of a suspected crime to the police: decided by the head of the authority, delivered, answered, reconsidered once. */
@ApplicationScoped
class CrimeTransfers {
    private static final String DECISION = "CRIME_DECISION";

    private final LockedObjects objects;
    private final TransferGrants grants;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    CrimeTransfers(
            LockedObjects objects,
            TransferGrants grants,
            Deadlines deadlines,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.objects = objects;
        this.grants = grants;
        this.deadlines = deadlines;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** The clock of the decision runs from the suspicion on. */
    Deadline toDecide(Instant suspectedAt) {
        if (!deadlines.canStart(suspectedAt, DECISION)) {
            throw Refusal.at("suspectedAt", ErrorCode.TIME_BEFORE_RULES);
        }
        return clockOf(suspectedAt, DECISION);
    }

    HazardTransfer decide(Target target, boolean approved, String reason) {
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.DECIDE);
        Instant now = clock.instant();
        if (approved) {
            transfer.approve(callers.current(), now, reason, clockOf(now, "CRIME_DELIVERY"));
        } else {
            transfer.decline(callers.current(), now, reason);
        }
        journal.record(transfer, approved ? "APPROVED" : "DECLINED", Map.of("reason", reason));
        return transfer;
    }

    /** From now on the police reads the hazard. */
    HazardTransfer deliver(Target target, String receipt) {
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.DELIVER);
        Instant now = clock.instant();
        transfer.deliver(callers.current(), now, receipt, clockOf(now, "CRIME_ANSWER"));
        grants.give(transfer, transfer.to(), null);
        journal.record(transfer, "DELIVERED", Map.of("receipt", receipt));
        return transfer;
    }

    /** The police opens no case, and sees the hazard no more. */
    void refuse(HazardTransfer transfer, String reason) {
        Instant now = clock.instant();
        transfer.refuse(callers.current(), now, reason, clockOf(now, "CRIME_RECONSIDERATION"));
    }

    HazardTransfer askToReconsider(Target target, String reason) {
        HazardTransfer transfer = objects.lock(HazardTransfer.class, target, TransferVerb.RECONSIDER);
        Instant now = clock.instant();
        transfer.askToReconsider(now, reason, clockOf(now, "CRIME_ANSWER"));
        grants.give(transfer, transfer.to(), null);
        journal.record(transfer, "RECONSIDERATION_ASKED", Map.of("reason", reason));
        return transfer;
    }

    private Deadline clockOf(Instant start, String subject) {
        return deadlines.from(start, subject, "");
    }
}
