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

    /**
     * Of each grantee the grant that ends last, and of each authority one paper or visit that it made by a grant, which stays with
     * it: a look at an index for each, whatever their number. A department's leader is its government's and needs to see what that
     * visits outside its division.
     */
    private static final String ACTIVE = """
            with recursive holder as (
              (select grantee_kind, grantee, ends_at from object_grant order by grantee_kind, grantee, ends_at desc limit 1)
              union all
              select next.* from holder h cross join lateral (
                select g.grantee_kind, g.grantee, g.ends_at from object_grant g
                where (g.grantee_kind, g.grantee) > (h.grantee_kind, h.grantee)
                order by g.grantee_kind, g.grantee, g.ends_at desc limit 1) next
            ), writer as (
              (select authority from paper where by_grant order by authority limit 1)
              union all
              select next.* from writer w cross join lateral (
                select p.authority from paper p where p.by_grant and p.authority > w.authority order by p.authority limit 1) next
            ), visitor as (
              (select authority from inspection where by_grant order by authority limit 1)
              union all
              select next.* from visitor v cross join lateral (
                select i.authority from inspection i where i.by_grant and i.authority > v.authority order by i.authority limit 1) next
            ), elsewhere as (
              (select authority_division from inspection where by_grant and OUTSIDE order by authority_division limit 1)
              union all
              select next.* from elsewhere e cross join lateral (
                select authority_division from inspection where by_grant and OUTSIDE and authority_division > e.authority_division
                order by authority_division limit 1) next
            ), made as (
              select authority from writer union select authority from visitor
            )
            select grantee_kind, grantee from holder where ends_at is null or ends_at > ledger_now()
            union select case when d.code is null then 'GOVERNMENT' else 'DEPARTMENT' end, m.authority
            from made m left join department d on d.code = m.authority
            union select 'GOVERNMENT', authority_division from elsewhere""".replace("OUTSIDE", """
            not starts_with(division_code, left(authority_division, case when authority_division like '%00000000' then 4
              when authority_division like '%000000' then 6 else 9 end))""");

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
