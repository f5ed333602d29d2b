package org.safetyledger.jurisdiction;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into the code tables, as they were on a day. They change by loading, so that an answer is kept for a minute. */
@ApplicationScoped
public class CodeTables {
    private final EntityManager entityManager;

    CodeTables(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @CacheResult(cacheName = "known-hazard-categories")
    public boolean isHazardCategory(String code, LocalDate day) {
        return exists("hazard_category t where t.code = :code", code, day);
    }

    /** The matter of a category of hazards; empty for one that belongs to the trade of the enterprise. */
    @CacheResult(cacheName = "known-matters")
    public Optional<String> matterOf(String hazardCategory) {
        List<?> matters = entityManager
                .createNativeQuery("select matter from hazard_category where code = :code")
                .setParameter("code", hazardCategory)
                .getResultList();
        return matters.stream().filter(Objects::nonNull).map(String.class::cast).findFirst();
    }

    public boolean isMatter(String code, LocalDate day) {
        return exists("matter t where t.code = :code", code, day);
    }

    @CacheResult(cacheName = "known-industries")
    public boolean isIndustry(String code, LocalDate day) {
        return exists("industry t where t.code = :code", code, day);
    }

    public boolean isSector(String code, LocalDate day) {
        return exists("key_sector t where t.code = :code", code, day);
    }

    @CacheResult(cacheName = "known-venue-types")
    public boolean isVenueType(String code, LocalDate day) {
        return exists("venue_type t where t.code = :code", code, day);
    }

    /**
     * Whether a department of the place regulates the venue or the trade by its own duties: without one it may be decided.
     *
     * @param venue code of the kind of venue; empty for none
     */
    @CacheResult(cacheName = "known-regulators")
    public boolean isRegulated(String division, String industry, String venue, LocalDate day) {
        return !entityManager
                .createNativeQuery("select d.code from department d where d.division_code = :division"
                        + " and ledger_lasts(d.valid_to, :day) and (:venue = any(d.venues)"
                        + " or exists (select from unnest(d.industries) i where starts_with(:industry, i))) limit 1")
                .setParameter("division", division)
                .setParameter("industry", industry)
                .setParameter("venue", venue)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }

    /** The clause, when its judgement standard was in force on that day. */
    @CacheResult(cacheName = "known-clauses")
    public Optional<JudgementClause> clause(String standard, String clause, LocalDate day) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select c.effect, t.sector, array_to_string(t.categories, ',') from judgement_standard t"
                                + " join judgement_clause c on c.standard_code = t.code"
                                + " where t.code = :code and c.clause = :clause" + VALID,
                        Object[].class)
                .setParameter("code", standard)
                .setParameter("clause", clause)
                .setParameter("day", day)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(CodeTables::clause).findFirst();
    }

    private static JudgementClause clause(Object[] row) {
        return new JudgementClause(
                "MAJOR".equals(row[0]),
                (String) row[1],
                Stream.of(row[2].toString().split(",", -1))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    private static final String VALID = " and t.valid_from <= :day and coalesce(t.valid_to, 'infinity') >= :day";

    private boolean exists(String from, String code, LocalDate day) {
        return !entityManager
                .createNativeQuery("select t.code from " + from + VALID)
                .setParameter("code", code)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }
}
