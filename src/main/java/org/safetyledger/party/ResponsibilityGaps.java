package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilters;

/** Finds the places at which nobody is responsible, by the register and the posts. */
@ApplicationScoped
class ResponsibilityGaps {
    /** An answer has a bound; whoever has more asks by county. */
    private static final int MOST = 1000;

    private static final String GAPS = """
            with place as (
              select code, name, level from division
              where starts_with(code, :area) and level in ('CITY', 'COUNTY', 'TOWN')
                and valid_from <= :day and (valid_to is null or valid_to >= :day)
            ), held as (
              select division_code, party, holder_post from responsibility_assignment
              where party in ('LEADERSHIP', 'TERRITORIAL') and enterprise_id is null and industry_code is null
                and valid_from <= :day and (valid_to is null or valid_to >= :day)
            )
            select 'POST_VACANT' kind, p.code, p.name, m.missing, null title from place p
            join (values ('PARTY_HEAD', 'PARTY_HEAD'), ('GOVERNMENT_HEAD', 'GOVERNMENT_HEAD'), ('DEPUTY', 'DEPUTY_HEAD')) m(missing, post)
              on p.level <> 'TOWN'
            where not exists (
              select from held h where h.division_code = p.code and h.party = 'LEADERSHIP' and h.holder_post = m.post)
            union all
            select 'POST_VACANT', p.code, p.name, 'TERRITORIAL', null from place p
            where p.level = 'TOWN' and not exists (select from held h where h.division_code = p.code and h.party = 'TERRITORIAL')
            union all
            select 'DUTY_MISSING', p.code, p.name, null, t.title from place p join post t on t.division_code = p.code
            where t.kind in ('PARTY_HEAD', 'GOVERNMENT_HEAD', 'DEPUTY_HEAD')
              and (coalesce(t.business_duties, '') = '' or coalesce(t.safety_duties, '') = '')
            order by 2, 1, 4, 5 limit :most""";

    private final EntityManager entityManager;
    private final Callers callers;
    private final Clock clock;

    ResponsibilityGaps(EntityManager entityManager, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The gaps of an area as far as it is the caller's own: of others he sees no register.
     *
     * @param jurisdiction the area's division code; the caller's own area when null
     * @param day on which somebody has to be responsible; today when null
     */
    List<ResponsibilityGap> of(@Nullable String jurisdiction, @Nullable LocalDate day) {
        Caller caller = callers.current();
        String own = DivisionLevel.prefix(caller.division());
        String asked = jurisdiction == null
                ? own
                : DivisionLevel.prefix(AreaFilters.divisionCode(jurisdiction, "jurisdiction"));
        if (!asked.startsWith(own) && !own.startsWith(asked)) {
            return List.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(GAPS, Object[].class)
                .setParameter("area", asked.length() > own.length() ? asked : own)
                .setParameter("day", day == null ? Times.day(clock.instant()) : day)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream().map(ResponsibilityGaps::gap).toList();
    }

    private static ResponsibilityGap gap(@Nullable Object[] row) {
        return new ResponsibilityGap(
                ResponsibilityGap.Kind.valueOf((String) row[0]),
                (String) row[1],
                (String) row[2],
                row[3] == null ? null : MissingResponsibility.valueOf((String) row[3]),
                (String) row[4]);
    }
}
