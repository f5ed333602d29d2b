package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which departments of a place regulate something: by their duties as they are loaded, and by decisions. */
@ApplicationScoped
class Regulators {
    private static final String GENERAL_SUPERVISION = "GENERAL_SUPERVISION";

    private static final String FOUND = """
            with there as (
              select * from department where division_code = :place and ledger_lasts(valid_to, :day)
            ), decided as (
              select t.code, t.name, r.venue_type, r.industry_code, r.document_number, r.reason, r.valid_from
              from regulator_decision r join there t on t.code = r.department_code
              where r.division_code = :place and r.valid_from <= :day and ledger_lasts(r.valid_to, :day)
            ), found as (
              select code, name, 'VENUE' basis, v found, 0 place, document, null reason, null::date since from there, unnest(venues) v
              where v = :venue
              union all
              select code, name, 'DECISION', venue_type, 0, document_number, reason, valid_from from decided where venue_type = :venue
              union all
              select code, name, 'INDUSTRY', i, 1, document, null, null from there, unnest(industries) i where starts_with(:industry, i)
              union all
              select code, name, 'DECISION', industry_code, 1, document_number, reason, valid_from from decided
              where starts_with(:industry, industry_code)
              union all
              select code, name, 'MATTER', m, 2, document, null, null from there, unnest(matters) m where m in (:matter, :general)
            )
            select code, name, basis, found, document, reason, since from (
              select *, rank() over (partition by place order by case when place = 1 then -length(found) end) longest from found) f
            where longest = 1 order by place, code, found""";

    private final EntityManager entityManager;

    Regulators(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** What somebody asks for; each of the three may be none. */
    record Asked(
            @Nullable String industry,
            @Nullable String venue,
            @Nullable String matter) {
        boolean ofTrade() {
            return industry != null || venue != null;
        }
    }

    /**
     * What regulates, and what coordinates in general whether or not it was asked for.
     *
     * @param supervising of the matter that was asked for
     * @param general of general supervision
     */
    record Found(List<Regulator> regulating, List<Regulator> supervising, List<Regulator> general) {
        List<Regulator> all() {
            return Stream.concat(regulating.stream(), supervising.stream()).toList();
        }
    }

    /** @param place division code of the government whose departments are asked for */
    Found of(String place, Asked asked, LocalDate day) {
        List<Object[]> rows = entityManager
                .createNativeQuery(FOUND, Object[].class)
                .setParameter("place", place)
                .setParameter("day", day)
                .setParameter("venue", Objects.requireNonNullElse(asked.venue(), ""))
                .setParameter("industry", Objects.requireNonNullElse(asked.industry(), ""))
                .setParameter("matter", Objects.requireNonNullElse(asked.matter(), ""))
                .setParameter("general", GENERAL_SUPERVISION)
                .getResultList();
        List<Regulator> all = rows.stream().map(Regulators::regulator).toList();
        return new Found(
                all.stream().filter(Regulator::regulates).toList(),
                all.stream()
                        .filter(one -> !one.regulates() && one.found().equals(asked.matter()))
                        .toList(),
                all.stream()
                        .filter(one -> !one.regulates() && one.found().equals(GENERAL_SUPERVISION))
                        .toList());
    }

    private static Regulator regulator(@Nullable Object[] row) {
        return new Regulator(
                (String) Objects.requireNonNull(row[0]),
                (String) Objects.requireNonNull(row[1]),
                Regulator.Basis.valueOf((String) row[2]),
                (String) Objects.requireNonNull(row[3]),
                (String) row[4],
                (String) row[5],
                day(row[6]));
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
