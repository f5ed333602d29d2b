package org.safetyledger.jurisdiction;

import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The numbers that are loaded as rules, of which each that was found is kept for a minute. */
@ApplicationScoped
public class Limits {
    private final EntityManager entityManager;

    Limits(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * The number that holds for the subject on a day; the rule for exactly this case goes before one for any.
     *
     * @param subject e.g. VISITS_PER_YEAR
     * @param appliesTo the case of it, such as the class of an enterprise
     */
    @CacheResult(cacheName = "known-limit-rules")
    public LimitRule on(LocalDate day, String subject, String appliesTo) {
        return entityManager
                .createQuery(
                        "from LimitRule where subject = :subject and (appliesTo = :appliesTo or appliesTo is null)"
                                + " and validFrom <= :day and (validTo is null or validTo >= :day)"
                                + " order by appliesTo nulls last, validFrom desc",
                        LimitRule.class)
                .setParameter("subject", subject)
                .setParameter("appliesTo", appliesTo)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> LoadedRules.missing(subject, appliesTo, day));
    }

    @CacheInvalidateAll(cacheName = "known-limit-rules")
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged changed) {}

    /**
     * The number that holds for the first of several cases for which there is a rule of its own; else that for any.
     *
     * @param cases the narrowest first
     */
    @CacheResult(cacheName = "known-limit-rules")
    public LimitRule narrowest(LocalDate day, String subject, List<String> cases) {
        return entityManager
                .createQuery(
                        "from LimitRule where subject = :subject and (appliesTo in :cases or appliesTo is null)"
                                + " and validFrom <= :day and (validTo is null or validTo >= :day) order by validFrom desc",
                        LimitRule.class)
                .setParameter("subject", subject)
                .setParameter("cases", cases)
                .setParameter("day", day)
                .getResultStream()
                .min(Comparator.comparingInt(rule -> rule.place(cases)))
                .orElseThrow(() -> LoadedRules.missing(subject, String.join(", ", cases), day));
    }
}
