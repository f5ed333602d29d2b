package org.safetyledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has grants that have not ended, or made something by one that has, kept in memory, so that it costs nobody a query to have none. It is a view to choose a
 * tier by, no wall: the row policies of that tier know what is granted and from when until when. What this replica grants is
 * known at once, what another one grants within the interval.
 */
@ApplicationScoped
public class ActiveGrantees {
    /** Longer than a refresh that began before the grant was committed may take. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    /** Visits and papers stay with who made them by a grant. A department's leader is its government's. */
    private static final String ACTIVE = """
            with made as (
              select authority from paper where by_grant union select authority from inspection where by_grant
            ), active as (
              select grantee_kind, grantee from object_grant where ends_at is null or ends_at > ledger_now()
              union select case when d.code is null then 'GOVERNMENT' else 'DEPARTMENT' end, m.authority
              from made m left join department d on d.code = m.authority
            )
            select grantee_kind, grantee from active
            union select 'GOVERNMENT', d.division_code from active join department d on d.code = grantee where grantee_kind = 'DEPARTMENT'""";

    private final Cache<Grantee, Boolean> recent =
            Caffeine.newBuilder().expireAfterWrite(RECENT).build();

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private volatile Set<Grantee> known = Set.of();

    ActiveGrantees(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    @Scheduled(
            every = "${safety-ledger.grants.refresh-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void refresh() throws Exception {
        List<Object[]> rows = transactions.background(
                () -> entityManager.createNativeQuery(ACTIVE, Object[].class).getResultList());
        known = rows.stream()
                .map(row -> new Grantee(Grantee.Kind.valueOf((String) row[0]), (String) row[1]))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody is being granted an object: should that come to nothing, it is forgotten soon. */
    void expect(Grantee grantee) {
        recent.put(grantee, true);
    }

    /** The caller, in the tier of those with grants where it may have some. */
    Caller withGrants(Caller caller) {
        return Grantee.of(caller).stream().anyMatch(this::isKnown) ? caller.withGrants() : caller;
    }

    private boolean isKnown(Grantee grantee) {
        return known.contains(grantee) || recent.getIfPresent(grantee) != null;
    }
}
