package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;

/** Numbers papers: authority, kind, year and a serial without gaps (文号). */
@ApplicationScoped
class PaperNumbers {
    private final EntityManager entityManager;

    PaperNumbers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    PaperForm form(PaperKind kind) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(
                        "select abbreviation, legal_basis, remedy, rights from paper_form where kind = :kind")
                .setParameter("kind", kind.name())
                .getSingleResult();
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
