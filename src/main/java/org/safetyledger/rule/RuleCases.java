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
    private static final String VISITS = "VISITS_PER_YEAR";

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
            entry("APPROVAL_DAYS", Set.of("EMERGENCY", "PLAN")),
            entry("CHECK_PLAN_REQUIRED", Set.of("DAILY", "SPECIAL")),
            entry("VISIT_COUNTS", Set.of("DAILY", "CASE", "SPECIAL", "PLAN")),
            entry("VISIT_WITHIN", Set.of("CLASS_A", "CLASS_B", "CLASS_C", "CLASS_D")),
            entry("SELF_CHECK_WITHIN", Set.of("GENERAL", "KEY")),
            entry(VISITS, Set.of("GENERAL", "KEY", "CLASS_A", "CLASS_B", "CLASS_C", "CLASS_D")));

    private static final Set<String> BY_KEY_SECTOR = Set.of(VISITS, "DAILY_CHECKS_FROM");

    private final EntityManager entityManager;

    RuleCases(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    boolean isAskedFor(String subject, String appliesTo, LocalDate day) {
        return isOfSubject(subject, appliesTo, day) || (subject.equals(VISITS) && isOfAuthority(appliesTo, day));
    }

    private boolean isOfSubject(String subject, String appliesTo, LocalDate day) {
        return ASKED_FOR.getOrDefault(subject, Set.of()).contains(appliesTo)
                || (BY_KEY_SECTOR.contains(subject)
                        && isThere("key_sector where code = :code and valid_from <= :day", appliesTo, day));
    }

    /** The code of an authority, of which none has a low line, alone or with a class or sector of enterprises behind one. */
    private boolean isOfAuthority(String appliesTo, LocalDate day) {
        int end = appliesTo.indexOf('_');
        String authority = end < 0 ? appliesTo : appliesTo.substring(0, end);
        return (end < 0 || isOfSubject(VISITS, appliesTo.substring(end + 1), day))
                && (isThere("department where code = :code", authority, day)
                        || isThere("division where code = :code and valid_from <= :day", authority, day));
    }

    private boolean isThere(String row, String code, LocalDate day) {
        return !entityManager
                .createNativeQuery("select 1 from " + row + " and ledger_lasts(valid_to, :day)")
                .setParameter("code", code)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }
}
