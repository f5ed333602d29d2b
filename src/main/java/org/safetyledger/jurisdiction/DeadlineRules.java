package org.safetyledger.jurisdiction;

import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;

/** The loaded rules, of which each that was found is kept for a minute. */
@ApplicationScoped
class DeadlineRules {
    private final EntityManager entityManager;

    DeadlineRules(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whether there is a rule of that day: none of them reaches back for ever. */
    boolean holds(String subject, String grade, LocalDate day) {
        return find(subject, grade, day).isPresent();
    }

    /** The rule for exactly this grade goes before one for any grade. */
    @CacheResult(cacheName = "known-deadline-rules")
    DeadlineRule rule(String subject, String grade, LocalDate day) {
        return find(subject, grade, day).orElseThrow(() -> LoadedRules.missing(subject, grade, day));
    }

    private Optional<DeadlineRule> find(String subject, String grade, LocalDate day) {
        return entityManager
                .createQuery(
                        "from DeadlineRule where subject = :subject and (grade = :grade or grade is null)"
                                + " and validFrom <= :day and (validTo is null or validTo >= :day)"
                                + " order by grade nulls last, validFrom desc",
                        DeadlineRule.class)
                .setParameter("subject", subject)
                .setParameter("grade", grade)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @CacheInvalidateAll(cacheName = "known-deadline-rules")
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged changed) {}
}
