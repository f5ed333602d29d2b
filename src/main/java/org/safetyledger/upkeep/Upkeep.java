package org.safetyledger.upkeep;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jboss.logging.Logger;
import org.safetyledger.access.ScopedTransactions;

/**
 * Makes the partitions of what grows for ever before the year that needs them begins, and prunes what need not be kept.
 * Every replica does it; the database lets one at a time.
 */
@ApplicationScoped
public class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final ZoneId LEDGER = ZoneId.of("Asia/Shanghai");
    private static final int AT_A_TIME = 10_000;

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final UpkeepSettings settings;
    private final Clock clock;

    Upkeep(ScopedTransactions transactions, EntityManager entityManager, UpkeepSettings settings, Clock clock) {
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before anything is recorded: a new process may be the first one in years. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        try {
            preparePartitions();
        } catch (Exception busy) {
            LOG.warn("Partitions could not be made, which is tried again later", busy);
        }
    }

    @Scheduled(
            every = "${safety-ledger.upkeep.every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        preparePartitions();
        prune();
    }

    /** Tells how many were made. */
    public int preparePartitions() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LEDGER);
        int made = number("select ledger_prepare_partitions(:day)", Map.of("day", Date.valueOf(today)))
                .intValue();
        if (made > 0) {
            LOG.infof("Made %d partitions for %d and the year after", made, today.getYear());
        }
        return made;
    }

    /** Tells how many rows were deleted. */
    public long prune() throws Exception {
        Instant now = clock.instant();
        Map<String, Object> limits = Map.of(
                "outbox", now.minus(settings.outboxRetention()),
                "commands", now.minus(settings.commandRetention()),
                "amount", AT_A_TIME);
        long all = 0;
        long some;
        do {
            some = number("select ledger_prune(:outbox, :commands, :amount)", limits)
                    .longValue();
            all += some;
        } while (some >= AT_A_TIME);
        return all;
    }

    private Number number(String query, Map<String, Object> parameters) throws Exception {
        return transactions.background(() -> {
            var statement = entityManager.createNativeQuery(query);
            parameters.forEach(statement::setParameter);
            return (Number) statement.getSingleResult();
        });
    }
}
