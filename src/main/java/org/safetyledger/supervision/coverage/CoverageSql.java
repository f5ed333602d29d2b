package org.safetyledger.supervision.coverage;

import org.safetyledger.access.DivisionLevel;
import org.safetyledger.jurisdiction.AreaFilters;

/** The statement that works a coverage out, all of one moment. */
final class CoverageSql {
    /** Each kind of gap is one part, whose rows are named by kind, place and id. */
    private static final String COVERAGE = """
            with covered as materialized (
              select t.* from enterprise_coverage t where {inArea} and t.active and {inTrade}
            ), gap as materialized (
              select 'NO_VISIT' kind, t.division_code, t.industry_section section, cast(t.id as text) id, coalesce(t.visited_on, t.registered_on) since
              from covered t
              where coalesce(t.visited_on, t.registered_on) < cast(:today as date) - case t.supervision_class
                when 'A' then :withinA when 'B' then :withinB when 'C' then :withinC when 'D' then :withinD else :withinAny end
              union all
              select 'NO_SELF_CHECK', t.division_code, t.industry_section, cast(t.id as text), coalesce(t.self_checked_on, t.registered_on)
              from covered t
              where coalesce(t.self_checked_on, t.registered_on) < cast(:today as date) - case when t.is_key then :checkedKey else :checkedGeneral end
              union all
              select 'NO_REGULATOR', t.division_code, t.industry_section, cast(t.id as text), cast(u.entered_at at time zone 'Asia/Shanghai' as date)
              from undetermined_regulator u
              join covered t on t.county_code = left(u.division_code, 6)
                and (t.venue_type = u.venue_type or t.venue_type is null and t.industry_code = u.industry_code)
              where u.settled_at is null and not ledger_regulated(u.division_code, t.industry_code, t.venue_type, cast(:today as date))
              union all
              select 'HAZARD_WITHOUT_TASK', t.division_code, t.industry_section, cast(t.id as text), cast(t.reported_at at time zone 'Asia/Shanghai' as date)
              from hazard t
              where {inArea} and {inTrade} and t.status in ('CONFIRMED', 'REOPENED')
                and not exists (select from rectification_task k where k.hazard_id = t.id and k.open)
              union all
              select 'TASK_WITHOUT_HOLDER', t.division_code, t.industry_section, cast(t.id as text),
                cast(t.state_due_at at time zone 'Asia/Shanghai' as date)
              from rectification_task t
              where {inArea} and {inTrade} and t.status = 'PENDING_ACCEPT' and t.state_due_at < :now
              union all
              select 'DIRECTIVE_WITHOUT_ANSWER', t.division_code, null, cast(t.id as text), cast(t.due_at at time zone 'Asia/Shanghai' as date)
              from directive_item t
              where {ofAll} and {inArea} and t.open and t.due_at < :now
              union all
              select 'NO_TERRITORIAL_HOLDER', d.code, null, d.code, null
              from division d
              where :ofPlaces and starts_with(d.code, :area) and d.level = 'TOWN' and cast(:today as date) between d.valid_from and coalesce(d.valid_to, 'infinity')
                and not exists (
                  select from responsibility_assignment a
                  where a.division_code = d.code and a.party = 'TERRITORIAL' and a.enterprise_id is null and a.industry_code is null
                    and cast(:today as date) between a.valid_from and coalesce(a.valid_to, 'infinity'))
              union all
              select 'NO_OFFICER', d.code, null, d.code, null
              from division d
              where :ofPlaces and starts_with(d.code, :area) and d.level = 'COUNTY' and cast(:today as date) between d.valid_from and coalesce(d.valid_to, 'infinity')
                and not exists (
                  select from person p
                  where p.county_code = left(d.code, 6) and p.enterprise_id is null and p.certificate_number is not null
                    and cast(:today as date) between coalesce(p.certificate_from, '-infinity') and coalesce(p.certificate_to, 'infinity'))
            ), page as (
              select * from gap where :kind in ('', kind) and (kind, division_code, id) > (:afterKind, :afterPlace, :afterId)
              order by kind, division_code, id limit 1000
            ), answer as (
              select 1 part, left(t.division_code, {digits}) place, t.industry_section section, '' kind, '' id, count(*) enterprises,
                count(*) filter (where t.visited_on >= :first) visited, count(*) filter (where t.self_checked_on >= :first) checked, cast(null as date) since
              from covered t group by 2, 3
              union all
              select 2, left(g.division_code, {digits}), g.section, g.kind, '', count(*), 0, 0, null from gap g group by 2, 3, 4
              union all
              select 3, p.division_code, p.section, p.kind, p.id, 0, 0, 0, p.since from page p
            )
            select a.part, d.code, d.name, a.section, a.kind, a.id, a.enterprises, a.visited, a.checked, a.since,
              case when a.part < 3 then null
                when a.kind = 'DIRECTIVE_WITHOUT_ANSWER' then (
                  select w.conference from directive_item i join directive w on w.id = i.directive_id where i.id = cast(a.id as uuid))
                when a.section is null then d.name
                when a.kind = 'HAZARD_WITHOUT_TASK' then (select h.title from hazard h where h.id = cast(a.id as uuid))
                when a.kind = 'TASK_WITHOUT_HOLDER' then (
                  select h.title from rectification_task k join hazard h on h.id = k.hazard_id where k.id = cast(a.id as uuid))
                else (select e.name from enterprise e where e.id = cast(a.id as uuid)) end object_name
            from answer a join division d on d.code = rpad(a.place, 12, '0')
            order by a.part, d.code, a.section nulls first, a.kind, a.id""";

    private CoverageSql() {}

    /** @param ofSection whether the trade asked for is a section; else it is a division of GB/T 4754 */
    static String of(DivisionLevel area, boolean ofAll, boolean ofSection) {
        String trade = ofSection ? "t.industry_section = :industry" : "t.industry_division = :industry";
        DivisionLevel child =
                area == DivisionLevel.COUNTY || area == DivisionLevel.TOWN ? DivisionLevel.TOWN : DivisionLevel.COUNTY;
        return COVERAGE.replace("{inArea}", AreaFilters.inSubtree(area))
                .replace("{inTrade}", ofAll ? "true" : trade)
                .replace("{ofAll}", Boolean.toString(ofAll))
                .replace("{digits}", Integer.toString(child.digits()));
    }
}
