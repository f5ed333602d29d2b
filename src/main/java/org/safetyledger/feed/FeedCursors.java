package org.safetyledger.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Tells consumers of the feed whether all that follows their cursor is still there. */
@ApplicationScoped
public class FeedCursors {
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;

    FeedCursors(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    /**
     * Refuses a cursor behind which entries were pruned: whoever has it must read the objects themselves and begin anew.
     */
    public void require(FeedCursor cursor) throws Exception {
        boolean complete = transactions.background(() -> (Boolean) entityManager
                .createNativeQuery(
                        "select (epoch, transaction_id) <= (:epoch, cast(cast(:transaction as text) as xid8))"
                                + " from outbox_pruned")
                .setParameter("epoch", cursor.epoch())
                .setParameter("transaction", Long.toUnsignedString(cursor.transactionId()))
                .getSingleResult());
        if (!complete) {
            throw Refusal.at("after", ErrorCode.CURSOR_TOO_OLD);
        }
    }
}
