package org.safetyledger.rectification;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.safetyledger.read.CountFolding;

/** Folds the recorded changes of tasks into their counts, along with those of hazards. */
@ApplicationScoped
public class TaskCountFolding {
    private final CountFolding folding;

    TaskCountFolding(CountFolding folding) {
        this.folding = folding;
    }

    @Scheduled(
            every = "${safety-ledger.hazard-counts.fold-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        fold();
    }

    /** Tells how many changes were folded; none where another transaction is doing it. */
    public long fold() throws Exception {
        return folding.fold("fold_rectification_task_counts");
    }
}
