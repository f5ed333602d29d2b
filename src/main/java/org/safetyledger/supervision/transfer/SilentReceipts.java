package org.safetyledger.supervision.transfer;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.hazard.HazardRepository;

/**
 * What silence accepted, nobody does in person: of such a hazard it is seen to here that no officer of its former authority
 * has it any more.
 */
@ApplicationScoped
class SilentReceipts {
    private static final Logger LOG = Logger.getLogger(SilentReceipts.class);

    /** So many at a time, those that silence accepted first before the others. */
    private static final String KEPT =
            "select t.id, t.division_code from hazard_transfer t join hazard h on h.id = t.hazard_id"
                    + " where t.kind = 'ORDINARY' and t.status = 'PENDING' and t.due_at < ledger_now() and h.person_id is not null"
                    + " and not exists (select from history_entry e where e.object_type = 'HAZARD' and e.object_id = h.id"
                    + " and e.action = 'PERSON_ASSIGNED' and e.recorded_at >= t.due_at) order by t.due_at limit 500";

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

    private record Kept(UUID transfer, String division) {}

    @Scheduled(
            every = "${safety-ledger.transfers.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        release();
    }

    /** One that fails is tried again the next time, and keeps no other one back. */
    void release() throws Exception {
        for (Kept kept : transactions.background(this::kept)) {
            Caller service = Caller.ofService("silent-receipts", kept.division());
            try {
                callers.as(service, () -> transactions.background(() -> release(kept.transfer())));
            } catch (Exception failure) {
                LOG.warnf(failure, "Who saw to a hazard before its transfer %s still has it", kept.transfer());
            }
        }
    }

    private HazardTransfer release(UUID id) {
        HazardTransfer transfer = transfers.findById(id);
        handovers.passedBySilence(hazards.lock(transfer.hazardId(), "hazardId"), transfer);
        return transfer;
    }

    private List<Kept> kept() {
        List<Object[]> rows =
                entityManager.createNativeQuery(KEPT, Object[].class).getResultList();
        return rows.stream()
                .map(row -> new Kept((UUID) row[0], (String) row[1]))
                .toList();
    }
}
