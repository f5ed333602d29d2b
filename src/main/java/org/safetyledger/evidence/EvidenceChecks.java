package org.safetyledger.evidence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.safetyledger.access.ScopedTransactions;

/**
 * Reads all stored contents again and again, a bounded amount at a time, and records those that are no longer what was
 * received. Replicas take turns: each takes the next contents behind a position that they share.
 */
@ApplicationScoped
class EvidenceChecks {
    private static final Logger LOG = Logger.getLogger(EvidenceChecks.class);

    private final StoredContents contents;
    private final EvidenceSettings settings;
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final Clock clock;

    EvidenceChecks(
            StoredContents contents,
            EvidenceSettings settings,
            ScopedTransactions transactions,
            EntityManager entityManager,
            Clock clock) {
        this.contents = contents;
        this.settings = settings;
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @Scheduled(
            every = "${safety-ledger.evidence.check-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        checkNext();
    }

    /** Checks the next contents; tells how many, none at the end of a round. */
    int checkNext() throws Exception {
        List<StoredContents.Expected> next = transactions.background(this::takeNext);
        for (StoredContents.Expected expected : next) {
            try {
                Optional<Damage> damage = contents.damage(expected);
                transactions.background(() -> record(expected.id(), damage));
            } catch (StoreUnavailableException unavailable) {
                LOG.errorf("The stored content %s could not be read: %s", expected.id(), unavailable.getMessage());
            }
        }
        return next.size();
    }

    /** As many as the amount for one time allows, at least one; the position moves before they are read. */
    private List<StoredContents.Expected> takeNext() {
        entityManager
                .createNativeQuery("select last_id from evidence_check for update")
                .getSingleResult();
        List<StoredContents.Expected> next = entityManager
                .createNativeQuery(
                        "select id, size, sha256 from (select e.id, e.size, e.sha256,"
                                + " sum(e.size) over (order by e.id) - e.size before from (select id, size, sha256"
                                + " from evidence where id > (select last_id from evidence_check) order by id limit 500) e)"
                                + " where before < :amount order by id",
                        Object[].class)
                .setParameter("amount", settings.checkBytes())
                .getResultList()
                .stream()
                .map(row -> new StoredContents.Expected(
                        (UUID) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue(), (String)
                                ((Object[]) row)[2]))
                .toList();
        entityManager
                .createNativeQuery(
                        next.isEmpty()
                                ? "update evidence_check set last_id = default, rounds = rounds + 1, round_ended_at = :now"
                                : "update evidence_check set last_id = :last")
                .setParameter(
                        next.isEmpty() ? "now" : "last",
                        next.isEmpty() ? clock.instant() : next.getLast().id())
                .executeUpdate();
        return next;
    }

    private int record(UUID id, Optional<Damage> damage) {
        if (damage.isEmpty()) {
            return entityManager
                    .createNativeQuery("update evidence_damage set mended_at = :now where evidence_id = :id"
                            + " and mended_at is null")
                    .setParameter("now", clock.instant())
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return entityManager
                .createNativeQuery("insert into evidence_damage as d (evidence_id, damage, found_at)"
                        + " values (:id, :damage, :now) on conflict (evidence_id) do update set damage = :damage,"
                        + " found_at = case when d.mended_at is null then d.found_at else :now end, mended_at = null")
                .setParameter("id", id)
                .setParameter("damage", damage.get().name())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
