package org.safetyledger.hazard;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.safetyledger.read.CountFolding;

/** Folds the recorded changes of hazards into their counts. */
@ApplicationScoped
public class HazardCountFolding {
    private final CountFolding folding;

    HazardCountFolding(CountFolding folding) {
        this.folding = folding;
    }

    @Scheduled(
            every = "${safety-ledger.hazard-counts.fold-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        fold();
    }

    /** Tells how many changes and cells were folded; none where another transaction is doing it. */
    public long fold() throws Exception {
        return folding.fold("fold_hazard_counts");
    }
}
