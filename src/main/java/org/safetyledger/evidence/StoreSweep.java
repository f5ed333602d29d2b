package org.safetyledger.evidence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Removes what uploads left that were cut by the end of their process. Replicas share the store, so only age tells such
 * parts from those that another replica is receiving: these grow.
 */
@ApplicationScoped
class StoreSweep {
    private static final Logger LOG = Logger.getLogger(StoreSweep.class);

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final Clock clock;

    StoreSweep(EvidenceStore store, EvidenceSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the first time when the program starts. */
    @Scheduled(
            every = "${safety-ledger.evidence.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            int removed = store.removeParts(clock.instant().minus(settings.partAge()));
            if (removed > 0) {
                LOG.infof("Removed %d parts of uploads that were never finished", removed);
            }
        } catch (IOException unavailable) {
            LOG.warnf("Parts of uploads could not be removed: %s", unavailable);
        }
    }
}
