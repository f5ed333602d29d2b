package org.safetyledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;

/** Locks on names, which last as long as the transaction that took them. */
@ApplicationScoped
public class AdvisoryLocks {
    /** Takes one of them; for those who read in the same round trip what it guards. */
    public static final String HOLD = "select pg_advisory_xact_lock(hashtextextended(?, ?))";

    private static final int COMMAND = 0;
    private static final int CHAIN = 1;

    private final EntityManager entityManager;

    AdvisoryLocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Two copies of a command that arrive together wait for one another. */
    public void holdCommand(String key) {
        hold(key, COMMAND);
    }

    /** Others who would append to the object's chain wait. */
    public void holdChain(String object) {
        hold(object, CHAIN);
    }

    /** Sets the parameters of {@link #HOLD} for a command, and gives the index of the next parameter. */
    public static int bindCommand(PreparedStatement statement, int first, String key) throws SQLException {
        return bind(statement, first, key, COMMAND);
    }

    static int bindChain(PreparedStatement statement, int first, String object) throws SQLException {
        return bind(statement, first, object, CHAIN);
    }

    private static int bind(PreparedStatement statement, int first, String name, int kind) throws SQLException {
        statement.setString(first, name);
        statement.setLong(first + 1, kind);
        return first + 2;
    }

    private void hold(String name, int kind) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(HOLD)) {
                bind(lock, 1, name, kind);
                lock.execute();
            }
        });
    }
}
