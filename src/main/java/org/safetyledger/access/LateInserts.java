package org.safetyledger.access;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.sql.PreparedStatement;
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
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    LateInserts(EntityManager entityManager) {
        this.entityManager = entityManager;
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
            try (PreparedStatement inserts = connection.prepareStatement(String.join("; ", statements))) {
                int index = 1;
                for (Object value : values) {
                    inserts.setObject(index++, value);
                }
                inserts.execute();
            }
        });
        statements.clear();
        values.clear();
    }
}
