package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilters;

/**
 * Finds where nobody is responsible, by the register, the posts and the sites, and which duties of the last period were not
 * performed.
 */
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
            ), due as (
              select code, post_kind, title, first, last
              from duty_rule
              cross join lateral (select case period when 'MONTHLY' then 'month' when 'QUARTERLY' then 'quarter' else 'year' end unit) u
              cross join lateral (select (date_trunc(unit, cast(:day as timestamp)) - cast('1 day' as interval))::date last) l
              cross join lateral (select date_trunc(unit, cast(last as timestamp))::date first) f
              where valid_from <= first and (valid_to is null or valid_to >= last)
            ), gap as (
              select 'POST_VACANT' kind, p.code, p.name, m.missing, cast(null as text) title, cast(null as uuid) post,
                cast(null as text) holder, cast(null as text) duty, cast(null as text) owed, cast(null as date) first, cast(null as date) last,
                cast(null as uuid) site, cast(null as text) site_name
              from place p
              join (values ('PARTY_HEAD', 'PARTY_HEAD'), ('GOVERNMENT_HEAD', 'GOVERNMENT_HEAD'), ('DEPUTY', 'DEPUTY_HEAD')) m(missing, post)
                on p.level <> 'TOWN'
              where not exists (
                select from held h where h.division_code = p.code and h.party = 'LEADERSHIP' and h.holder_post = m.post)
              union all
              select 'POST_VACANT', p.code, p.name, 'TERRITORIAL', null, null, null, null, null, null, null, null, null from place p
              where p.level = 'TOWN' and not exists (select from held h where h.division_code = p.code and h.party = 'TERRITORIAL')
              union all
              select 'DUTY_MISSING', p.code, p.name, null, t.title, t.id, null, null, null, null, null, null, null
              from place p join post t on t.division_code = p.code
              where t.kind in ('PARTY_HEAD', 'GOVERNMENT_HEAD', 'DEPUTY_HEAD')
                and (coalesce(t.business_duties, '') = '' or coalesce(t.safety_duties, '') = '')
              union all
              select case when r.recorded > 0 then 'DUTY_RECORDED_LATE' else 'DUTY_NOT_PERFORMED' end, p.code, p.name, null, t.title, t.id, e.name, d.code, d.title, d.first, d.last, null, null
              from place p join post t on t.division_code = p.code and t.enterprise_id is null
              join person e on e.post_id = t.id join due d on d.post_kind = t.kind
              cross join lateral (
                select count(*) recorded,
                  count(*) filter (where cast(f.recorded_at at time zone 'Asia/Shanghai' as date) <= d.last) in_time
                from duty_performance f
                where f.post_id = t.id and f.duty_code = d.code and f.period_from = d.first and f.status = 'RECORDED') r
              where exists (
                  select from responsibility_assignment a where a.person_id = e.id and a.division_code = t.division_code
                    and a.holder_post = t.kind and a.valid_from <= d.first and (a.valid_to is null or a.valid_to >= d.first))
                and exists (
                  select from responsibility_assignment a where a.person_id = e.id and a.division_code = t.division_code
                    and a.holder_post = t.kind and a.valid_from <= d.last and (a.valid_to is null or a.valid_to >= d.last))
                and r.in_time = 0
              union all
              select 'SITE_MAIN_UNIT_MISSING', p.code, p.name, 'SITE_MAIN_UNIT', null, null, null, null, null, null, null, s.id, s.name
              from place p join site s on s.division_code = p.code
              where not exists (
                  select from site_main_unit m
                  where m.site_id = s.id and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day))
                and (select count(*) from site_unit u
                  where u.site_id = s.id and u.valid_from <= :day and (u.valid_to is null or u.valid_to >= :day)) > 1
            )
            select kind, code, name, missing, title, post, holder, duty, owed, first, last, site, site_name from gap
            where :kind in ('', kind) order by code, kind, missing, title, duty, post, site_name, site limit :most""";

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
     * @param kind to look for; all when null
     */
    List<ResponsibilityGap> of(
            @Nullable String jurisdiction, @Nullable LocalDate day, ResponsibilityGap.@Nullable Kind kind) {
        String own = callers.current().division();
        String area = jurisdiction == null
                ? own
                : DivisionLevel.common(AreaFilters.divisionCode(jurisdiction, "jurisdiction"), own);
        if (area == null) {
            return List.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(GAPS, Object[].class)
                .setParameter("area", DivisionLevel.prefix(area))
                .setParameter("day", day == null ? Times.day(clock.instant()) : day)
                .setParameter("kind", kind == null ? "" : kind.name())
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
                (String) row[4],
                row[5] == null ? null : NodeId.text(NodeType.POST, (UUID) row[5]),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                day(row[9]),
                day(row[10]),
                row[11] == null ? null : NodeId.text(NodeType.SITE, (UUID) row[11]),
                (String) row[12]);
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
