package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Numbers papers: authority, kind, year and a serial without gaps (文号). */
@ApplicationScoped
class PaperNumbers {
    private final EntityManager entityManager;

    PaperNumbers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    PaperForm form(PaperKind kind) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select abbreviation, legal_basis, remedy, rights from paper_form where kind = :kind",
                        Object[].class)
                .setParameter("kind", kind.name())
                .getResultList();
        if (rows.isEmpty()) {
            throw Refusal.of(ErrorCode.RULE_NOT_LOADED, "PAPER_FORM", kind.name(), "-");
        }
        Object[] row = rows.getFirst();
        return new PaperForm((String) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }

    /** How many visits the authority began at the enterprise in the year, until that day. */
    int checksSoFar(String authority, UUID enterprise, LocalDate day) {
        return (Integer) entityManager
                .createNativeQuery(
                        "select ledger_checks_so_far(:authority, cast(:enterprise as uuid), cast(:day as date))")
                .setParameter("authority", authority)
                .setParameter("enterprise", enterprise)
                .setParameter("day", day)
                .getSingleResult();
    }

    String next(String authority, PaperKind kind, String abbreviation, int year) {
        Number serial = (Number) entityManager
                .createNativeQuery("select ledger_next_paper(:authority, :kind, :year)")
                .setParameter("authority", authority)
                .setParameter("kind", kind.name())
                .setParameter("year", year)
                .getSingleResult();
        return authority + abbreviation + "〔" + year + "〕" + serial + "号";
    }
}
