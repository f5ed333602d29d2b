package org.safetyledger.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.SealSecret;

/** Reads the secret that the first migration made, once. */
@ApplicationScoped
class InstallationSecret implements SealSecret {
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private volatile @Nullable String value;

    InstallationSecret(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    @Override
    public String value() {
        String known = value;
        if (known == null) {
            throw new IllegalStateException("The installation secret is read at start");
        }
        return known;
    }

    /** Reads the secret before the first request: reading it later would need a second connection inside a request. */
    void read(@Observes StartupEvent start) throws Exception {
        value = transactions.background(() -> (String) entityManager
                .createNativeQuery("select value from installation_secret where purpose = 'CURSOR'", String.class)
                .getSingleResult());
    }
}
