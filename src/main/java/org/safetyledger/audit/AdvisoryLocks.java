package org.safetyledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import org.hibernate.Session;

/** Locks on names, which last as long as the transaction that took them. */
@ApplicationScoped
public class AdvisoryLocks {
    private final EntityManager entityManager;

    AdvisoryLocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Two copies of a command that arrive together wait for one another. */
    public void holdCommand(String key) {
        hold(key, 0);
    }

    /** Others who would append to the object's chain wait. */
    public void holdChain(String object) {
        hold(object, 1);
    }

    private void hold(String name, int kind) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, ?))")) {
                lock.setString(1, name);
                lock.setLong(2, kind);
                lock.execute();
            }
        });
    }
}
