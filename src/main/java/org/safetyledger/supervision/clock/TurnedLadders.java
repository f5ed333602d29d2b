package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.Times;

/**
 * Has the running clocks go by what was decided about their ladder from its first day on: when each of them is looked at next was
 * worked out by what was known before, and is worked out anew where a decision was withdrawn. Who looks at a clock once too often finds nothing due, so that what broke off may be begun anew.
 */
@ApplicationScoped
class TurnedLadders {
    private static final Logger LOG = Logger.getLogger(TurnedLadders.class);
    private static final int AT_A_TIME = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String BEGUN = "select id, subject from ladder_change where taken_up_at is null"
            + " and (valid_from <= :day or status = 'WITHDRAWN') order by valid_from, id";

    private static final String RUNNING = "select id from deadline_clock where stopped_at is null and id > :after"
            + " and (cast(:subject as text) = '' or subject = :subject) order by id limit " + AT_A_TIME;

    /** What somebody holds is left, since he may wait for another one of them. */
    private static final String WAKE = """
            with taken as (select id from deadline_clock where id in (:ids) and stopped_at is null for update skip locked),
            woken as (update deadline_clock c set next_at = '-infinity' from taken t where c.id = t.id returning c.id)
            select id from woken""";

    private static final String WAKE_ONE =
            "update deadline_clock set next_at = '-infinity' where id = :id and stopped_at is null";

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;

    TurnedLadders(ScopedTransactions transactions, EntityManager entityManager) {
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    /** What fails is tried again the next time, and keeps no clock from climbing. */
    void takeUp(Instant now) {
        try {
            List<Object[]> begun = transactions.background(() -> entityManager
                    .createNativeQuery(BEGUN, Object[].class)
                    .setParameter("day", Times.day(now))
                    .getResultList());
            for (Object[] change : begun) {
                takeUp((UUID) change[0], Objects.requireNonNullElse((String) change[1], ""), now);
            }
        } catch (Exception failure) {
            LOG.warn("Not all clocks go by their new ladder yet", failure);
        }
    }

    private void takeUp(UUID change, String subject, Instant now) throws Exception {
        UUID last = FIRST;
        List<UUID> some;
        do {
            some = running(subject, last);
            if (!some.isEmpty()) {
                wake(some);
                last = some.getLast();
            }
        } while (some.size() == AT_A_TIME);
        transactions.background(() -> entityManager
                .createNativeQuery("update ladder_change set taken_up_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", change)
                .executeUpdate());
    }

    /** @param subject whose clocks; empty for all, of which those with a ladder of their own stay on it */
    private List<UUID> running(String subject, UUID after) throws Exception {
        return transactions.background(() -> entityManager
                .createNativeQuery(RUNNING, UUID.class)
                .setParameter("after", after)
                .setParameter("subject", subject)
                .getResultList());
    }

    private void wake(List<UUID> clocks) throws Exception {
        List<UUID> woken = transactions.background(() -> entityManager
                .createNativeQuery(WAKE, UUID.class)
                .setParameter("ids", clocks)
                .getResultList());
        Set<UUID> held = new LinkedHashSet<>(clocks);
        woken.forEach(held::remove);
        for (UUID one : held) {
            transactions.background(() -> entityManager
                    .createNativeQuery(WAKE_ONE)
                    .setParameter("id", one)
                    .executeUpdate());
        }
    }
}
