package org.safetyledger.feed;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.safetyledger.access.ScopedTransactions;

/**
 * Begins a new epoch of the outbox where the rows were restored into another cluster or recovered to an earlier time:
 * what is recorded then comes after all that was restored, though its transaction ids are lower.
 */
@ApplicationScoped
class OutboxEpoch {
    private static final Logger LOG = Logger.getLogger(OutboxEpoch.class);

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;

    OutboxEpoch(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    /** Before anything is recorded. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) throws Exception {
        LOG.debugf("The outbox is in epoch %d", enter());
    }

    /** Tells the epoch in which the rows of this cluster are written from now on. */
    int enter() throws Exception {
        return transactions.background(() -> (Integer)
                entityManager.createNativeQuery("select ledger_outbox_epoch()").getSingleResult());
    }
}
