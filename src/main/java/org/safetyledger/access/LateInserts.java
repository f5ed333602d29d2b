package org.safetyledger.access;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a transaction adds beside the objects it changes, such as their history. They wait until its work is done,
 * or until somebody is to read them, and are then sent together: one round trip instead of one for each.
 */
@TransactionScoped
public class LateInserts {
    private final EntityManager entityManager;
    private final TierPlans plans;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    LateInserts(EntityManager entityManager, TierPlans plans) {
        this.entityManager = entityManager;
        this.plans = plans;
    }

    /** @param row values of the types that the driver knows, in the order of the statement's parameters */
    public void add(String statement, @Nullable Object... row) {
        statements.add(statement);
        values.addAll(Arrays.asList(row));
    }

    public void send() {
        if (statements.isEmpty()) {
            return;
        }
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement inserts =
                    connection.prepareStatement(plans.inspect(String.join("; ", statements)))) {
                bind(inserts);
                inserts.execute();
            }
        });
        clear();
    }

    /**
     * Sends them ahead of what is read in the same transaction, in one round trip. Their results stand before those of the
     * reads.
     */
    public <T> T sendWith(Reads<T> reads) {
        T read = entityManager.unwrap(Session.class).doReturningWork(connection -> {
            List<String> all = new ArrayList<>(statements);
            all.add(reads.statements());
            try (PreparedStatement flush = connection.prepareStatement(String.join("; ", all))) {
                reads.bind(flush, bind(flush));
                flush.execute();
                for (int insert = 0; insert < statements.size(); insert++) {
                    flush.getMoreResults();
                }
                return reads.read(flush);
            }
        });
        clear();
        return read;
    }

    /** Statements that read, sent together; they name the tier, as {@link TierPlans} does. */
    public interface Reads<T> {
        String statements();

        /** @param first index of their first parameter */
        void bind(PreparedStatement flush, int first) throws SQLException;

        /** @param executed whose present result is that of their first statement */
        T read(PreparedStatement executed) throws SQLException;
    }

    private int bind(PreparedStatement flush) throws SQLException {
        int index = 1;
        for (Object value : values) {
            flush.setObject(index++, value);
        }
        return index;
    }

    private void clear() {
        statements.clear();
        values.clear();
    }
}
