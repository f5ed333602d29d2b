package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.supervision.clock.EndsBySilence;

/**
 * What silence accepted (逾期未答复视为接收), nobody does in person: the clock of the answer ends, the hazard's other clocks are its
 * receiver's from then on, and no officer of its former authority has it any more, all of it in one transaction.
 */
@ApplicationScoped
class SilentReceipts implements EndsBySilence {
    private static final Logger LOG = Logger.getLogger(SilentReceipts.class);
    private static final int AT_A_TIME = 200;

    private static final String DUE =
            "select id, object_id, hazard_id, division_code, cast(due_at as text) from deadline_clock"
                    + " where subject = 'TRANSFER_ANSWER' and stopped_at is null and due_at < least(cast(:now as timestamptz), ledger_now())"
                    + " and (due_at, id) > (cast(:dueAt as timestamptz), cast(:id as uuid)) order by due_at, id limit "
                    + AT_A_TIME;

    private static final String END =
            "update deadline_clock set stopped_at = due_at, next_at = null, version = version + 1"
                    + " where id = :id and stopped_at is null and due_at < least(cast(:now as timestamptz), ledger_now())";

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final HazardRepository hazards;
    private final TransferRepository transfers;
    private final Handovers handovers;
    private final Callers callers;

    SilentReceipts(
            ScopedTransactions transactions,
            EntityManager entityManager,
            HazardRepository hazards,
            TransferRepository transfers,
            Handovers handovers,
            Callers callers) {
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.hazards = hazards;
        this.transfers = transfers;
        this.handovers = handovers;
        this.callers = callers;
    }

    /** The clock of an answer that nobody gave. */
    private record Silent(UUID clock, UUID transfer, UUID hazard, String division, String dueAt) {}

    @Override
    public void endDue(Instant now) throws Exception {
        Silent last = null;
        List<Silent> some;
        do {
            some = due(now, last);
            some.forEach(silent -> end(silent, now));
            last = some.isEmpty() ? null : some.getLast();
        } while (some.size() == AT_A_TIME);
    }

    private List<Silent> due(Instant now, @Nullable Silent after) throws Exception {
        return transactions.background(() -> {
            List<Object[]> rows = entityManager
                    .createNativeQuery(DUE, Object[].class)
                    .setParameter("now", now)
                    .setParameter("dueAt", after == null ? "-infinity" : after.dueAt())
                    .setParameter("id", after == null ? new UUID(0, 0) : after.clock())
                    .getResultList();
            return rows.stream()
                    .map(row ->
                            new Silent((UUID) row[0], (UUID) row[1], (UUID) row[2], (String) row[3], (String) row[4]))
                    .toList();
        });
    }

    private void end(Silent silent, Instant now) {
        try {
            Caller service = Caller.ofService("silent-receipts", silent.division());
            callers.as(service, () -> transactions.background(() -> received(silent, now)));
        } catch (Exception failure) {
            LOG.warnf(failure, "Transfer %s was accepted by silence, which is not carried out yet", silent.transfer());
        }
    }

    /** The hazard is held before the clock, as whoever answers or ends it does; what was answered meanwhile has no clock any more. */
    private Hazard received(Silent silent, Instant now) {
        Hazard hazard = hazards.lock(silent.hazard(), "hazardId");
        int ended = entityManager
                .createNativeQuery(END)
                .setParameter("id", silent.clock())
                .setParameter("now", now)
                .executeUpdate();
        if (ended == 1) {
            entityManager
                    .createNativeQuery("select count(*) from ledger_follow_handler(array[cast(:hazard as uuid)])")
                    .setParameter("hazard", silent.hazard())
                    .getSingleResult();
            handovers.passedBySilence(hazard, transfers.findById(silent.transfer()));
        }
        return hazard;
    }
}
