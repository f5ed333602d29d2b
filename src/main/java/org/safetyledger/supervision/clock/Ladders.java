package org.safetyledger.supervision.clock;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.jurisdiction.DeadlineUnit;

/** The ladders that are loaded as rules, of which each that was found is kept for a minute. */
@ApplicationScoped
public class Ladders {
    private final EntityManager entityManager;

    Ladders(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The rungs, from the lowest, of clocks of the subject that start on a day: those of its own, else those of any. */
    @CacheResult(cacheName = "known-ladders")
    List<Rung> on(LocalDate day, String subject) {
        List<Object[]> rows = entityManager
                .createNativeQuery("""
                        select rung, amount, unit, action, addressee, level from escalation_rule r
                        where valid_from <= :day and coalesce(valid_to, 'infinity') >= :day and subject is not distinct from (
                          select min(o.subject) from escalation_rule o
                          where o.subject = :subject and o.valid_from <= :day and coalesce(o.valid_to, 'infinity') >= :day)
                        order by rung""", Object[].class)
                .setParameter("day", day)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream().map(Ladders::rung).toList();
    }

    private static Rung rung(Object[] row) {
        return new Rung(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                DeadlineUnit.valueOf((String) row[2]),
                EscalationAction.valueOf((String) row[3]),
                Addressee.valueOf((String) row[4]),
                level((String) row[5]));
    }

    private static @Nullable DivisionLevel level(@Nullable String name) {
        return name == null ? null : DivisionLevel.valueOf(name);
    }
}
