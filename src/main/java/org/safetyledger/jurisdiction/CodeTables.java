package org.safetyledger.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Looks into the code tables, as they were on a day. */
@ApplicationScoped
public class CodeTables {
    private final EntityManager entityManager;

    CodeTables(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public boolean isHazardCategory(String code, LocalDate day) {
        return exists("hazard_category t where t.code = :code", code, day);
    }

    public boolean isIndustry(String code, LocalDate day) {
        return exists("industry t where t.code = :code", code, day);
    }

    /** Whether the clause exists and its judgement standard was in force on that day. */
    public boolean isClause(String standard, String clause, LocalDate day) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select t.code from judgement_standard t join judgement_clause c on c.standard_code = t.code"
                                + " where t.code = :code and c.clause = :clause" + VALID,
                        String.class)
                .setParameter("code", standard)
                .setParameter("clause", clause)
                .setParameter("day", day)
                .getResultList();
        return !rows.isEmpty();
    }

    private static final String VALID = " and t.valid_from <= :day and coalesce(t.valid_to, 'infinity') >= :day";

    private boolean exists(String from, String code, LocalDate day) {
        return !entityManager
                .createNativeQuery("select t.code from " + from + VALID, String.class)
                .setParameter("code", code)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }
}
