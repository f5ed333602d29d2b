package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * Lets commands have half of the connections at most: they wait for one another's rows, and reads must not wait behind them.
 */
@ApplicationScoped
class WriteTurns {
    private final Semaphore free;
    private final long patience;

    WriteTurns(DatabaseLimits limits, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.free = new Semaphore(Math.max(1, connections / 2), true);
        this.patience = limits.turnWait().toMillis();
    }

    <T> T take(Callable<T> command) throws Exception {
        if (!free.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
            throw Refusal.of(ErrorCode.BUSY);
        }
        try {
            return command.call();
        } finally {
            free.release();
        }
    }
}
