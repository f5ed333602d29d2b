package org.safetyledger.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.safetyledger.access.ScopedTransactions;

/** Folds recorded changes into kept counts, so that a reader has few of them to add. One replica does it at a time. */
@ApplicationScoped
public class CountFolding {
    /** So many rows are folded in some tenths of a second. */
    private static final int AT_MOST = 10_000;

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;

    CountFolding(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    /**
     * Tells how many changes and cells were folded; none where another transaction is doing it.
     *
     * @param function of the database, which folds so many rows at most as it is told and returns how many
     */
    public long fold(String function) throws Exception {
        long folded = 0;
        long some;
        do {
            some = transactions.background(() -> (Long) entityManager
                    .createNativeQuery("select " + function + "(:atMost)")
                    .setParameter("atMost", AT_MOST)
                    .getSingleResult());
            folded += some;
        } while (some >= AT_MOST);
        return folded;
    }
}
