package org.safetyledger.party;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.Times;

/**
 * The queue REGULATOR_UNDETERMINED: the trades and kinds of venues of a county's enterprises that no department regulates.
 * The database enters what an enterprise brings as soon as it is written, and starts the clock of each entry; what departments
 * leave, by their last day or by other duties, is looked for at each start and again and again.
 */
@ApplicationScoped
public class RegulatorQueue {
    private static final Logger LOG = Logger.getLogger(RegulatorQueue.class);

    /** Whether a department regulates it is asked of each kept trade: of one that is not kept it would be asked of each enterprise. */
    static final String ENTER = """
            insert into undetermined_regulator (id, division_code, version, industry_code, venue_type, entered_at)
            with trade as materialized (
              select distinct county_code || '000000' place, venue_type venue, industry_code industry from enterprise
              where status <> 'CLOSED')
            select gen_random_uuid(), place, 0, industry, venue, :now
            from (
              select distinct place, venue, case when venue is null then industry end industry
              from trade
              where not ledger_regulated(place, industry, venue, :day)) undetermined
            on conflict do nothing""";

    /** Of what was entered before there was a rule. */
    private static final String START_CLOCKS = """
            update undetermined_regulator u set deadline = c.clock, due_at = cast(c.clock ->> 'dueAt' as timestamptz)
            from (select id, ledger_deadline('REGULATOR_DECISION', entered_at) clock from undetermined_regulator) c
            where c.id = u.id and c.clock is not null and u.settled_at is null and u.deadline is null""";

    private static final String SETTLE = """
            update undetermined_regulator set settled_at = :now, due_at = null, deadline = null, decision_id = :decision, version = version + 1
            where settled_at is null and (cast(:place as text) is null or division_code = :place)
              and ledger_unregulated(division_code, industry_code, venue_type) = 0""";

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final Clock clock;

    RegulatorQueue(ScopedTransactions transactions, EntityManager entityManager, Clock clock) {
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent start) {
        try {
            refresh();
        } catch (Exception busy) {
            LOG.warn("What no department regulates could not be listed, which the next start does", busy);
        }
    }

    @Scheduled(
            every = "10m",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        refresh();
    }

    /** Takes in what nobody regulates, and settles what somebody does by now; tells how many came or went. */
    public int refresh() throws Exception {
        return transactions.background(() -> {
            int settled = settle(null, null);
            return settled + enter();
        });
    }

    private int enter() {
        Instant now = clock.instant();
        int entered = entityManager
                .createNativeQuery(ENTER)
                .setParameter("now", now)
                .setParameter("day", Times.day(now))
                .executeUpdate();
        entityManager.createNativeQuery(START_CLOCKS).executeUpdate();
        return entered;
    }

    /** What waited for this decision waits no more. */
    void settle(RegulatorDecision decision) {
        entityManager.flush();
        settle(decision.divisionCode(), decision.id());
    }

    private int settle(@Nullable String place, @Nullable UUID decision) {
        return entityManager
                .createNativeQuery(SETTLE)
                .setParameter("now", clock.instant())
                .setParameter("place", place)
                .setParameter("decision", decision)
                .executeUpdate();
    }
}
