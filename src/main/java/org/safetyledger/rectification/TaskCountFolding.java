package org.safetyledger.rectification;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.safetyledger.access.ScopedTransactions;

/** Folds the recorded changes of tasks into their counts, along with those of hazards. One replica does it at a time. */
@ApplicationScoped
public class TaskCountFolding {
    private static final int AT_MOST = 10_000;

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;

    TaskCountFolding(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    @Scheduled(
            every = "${safety-ledger.hazard-counts.fold-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        fold();
    }

    /** Tells how many changes were folded; none where another transaction is doing it. */
    public long fold() throws Exception {
        long folded = 0;
        long some;
        do {
            some = transactions.background(() -> (Long) entityManager
                    .createNativeQuery("select fold_rectification_task_counts(:atMost)")
                    .setParameter("atMost", AT_MOST)
                    .getSingleResult());
            folded += some;
        } while (some >= AT_MOST);
        return folded;
    }
}
