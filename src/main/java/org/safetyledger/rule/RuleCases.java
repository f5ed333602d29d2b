package org.safetyledger.rule;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.safetyledger.jurisdiction.DeadlineSubject;

/** The cases of subjects that the program asks for, whether or not a rule of their own is loaded. */
@ApplicationScoped
class RuleCases {
    private static final Set<String> GRADES = Set.of("GENERAL", "MAJOR");

    private static final Map<String, Set<String>> ASKED_FOR = Map.ofEntries(
            entry(DeadlineSubject.HAZARD_CONFIRMATION, GRADES),
            entry(DeadlineSubject.HAZARD_ASSIGNMENT, GRADES),
            entry(DeadlineSubject.TASK_ACCEPTANCE, GRADES),
            entry(DeadlineSubject.RECTIFICATION_START, GRADES),
            entry(DeadlineSubject.RECTIFICATION_TOTAL, GRADES),
            entry(DeadlineSubject.REVIEW, GRADES),
            entry(DeadlineSubject.CLOSURE, GRADES),
            entry(DeadlineSubject.EXTENSION_NOTICE, GRADES),
            entry(DeadlineSubject.EXTENSION_DECISION, GRADES),
            entry(DeadlineSubject.EXTENSION_MAXIMUM, GRADES),
            entry("LOOK_BACK", GRADES),
            entry("LOOK_BACK_SHARE", GRADES),
            entry("PAPER_RECEIPT", GRADES),
            entry("VISIT_COUNTS", Set.of("DAILY", "CASE", "SPECIAL", "PLAN")));

    private static final Set<String> BY_KEY_SECTOR = Set.of("VISITS_PER_YEAR", "DAILY_CHECKS_FROM");

    private final EntityManager entityManager;

    RuleCases(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    boolean isAskedFor(String subject, String appliesTo, LocalDate day) {
        return ASKED_FOR.getOrDefault(subject, Set.of()).contains(appliesTo)
                || (BY_KEY_SECTOR.contains(subject) && isKeySector(appliesTo, day));
    }

    private boolean isKeySector(String code, LocalDate day) {
        return !entityManager
                .createNativeQuery("select 1 from key_sector where code = :code and valid_from <= :day"
                        + " and (valid_to is null or valid_to >= :day)")
                .setParameter("code", code)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }
}
