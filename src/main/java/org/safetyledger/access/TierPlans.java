package org.safetyledger.access;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Keeps the prepared statements of one tier apart from those of others, as {@link ReadScope} does for reads: a plan holds the row
 * policies of one role, and would be made anew for each change of the role on its connection.
 */
@ApplicationScoped
@Default
@PersistenceUnitExtension
public class TierPlans implements StatementInspector {
    static final String BACKGROUND = "ledger_background";

    private static final long serialVersionUID = 1;

    private final transient TransactionSynchronizationRegistry registry;

    TierPlans(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    /** The open transaction goes on as this tier. */
    void enter(String tier) {
        registry.putResource(TierPlans.class, tier);
    }

    /** The statement with the name of the tier as which the transaction runs. */
    @Override
    public String inspect(String statement) {
        if (registry.getTransactionKey() == null) {
            return statement;
        }
        return registry.getResource(TierPlans.class) instanceof String tier
                ? statement + " /* " + tier + " */"
                : statement;
    }
}
