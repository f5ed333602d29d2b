package org.safetyledger.supervision.clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the engine run every so often on one of the replicas, whichever takes it in the database. */
@ApplicationScoped
class ClockSchedule {
    private static final Logger LOG = Logger.getLogger(ClockSchedule.class);
    private static final String TABLE = "scheduled_task";
    /** How often it is looked whether something is to be done, and said that this replica lives: who missed that six times is dead. */
    private static final Duration RAREST_LOOK = Duration.ofSeconds(10);

    private final ClockEngine engine;
    private final ClockSettings settings;
    private final BackgroundConnections database;
    private @Nullable Scheduler scheduler;

    ClockSchedule(ClockEngine engine, ClockSettings settings, BackgroundConnections database) {
        this.engine = engine;
        this.settings = settings;
        this.database = database;
    }

    void atStart(@Observes StartupEvent start) {
        settings.every().ifPresent(this::schedule);
    }

    void schedule(Duration every) {
        RecurringTask<Void> task =
                Tasks.recurring("deadline-clocks", FixedDelay.of(every)).execute((instance, context) -> run());
        Duration look = every.compareTo(RAREST_LOOK) < 0 ? every : RAREST_LOOK;
        scheduler = Scheduler.create(database)
                .tableName(TABLE)
                .startTasks(task)
                .threads(1)
                .commitWhenAutocommitDisabled(true)
                .heartbeatInterval(look)
                .pollingInterval(look)
                .build();
        scheduler.start();
    }

    /** What fails is logged and tried again when it is due next. */
    private void run() {
        try {
            int seen = engine.run();
            LOG.debugf("Looked at %d clocks", seen);
        } catch (Exception failure) {
            throw new IllegalStateException("What became due of the clocks was not recorded", failure);
        }
    }

    void atEnd(@Observes ShutdownEvent end) {
        stop();
    }

    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
