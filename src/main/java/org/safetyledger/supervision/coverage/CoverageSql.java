package org.safetyledger.supervision.coverage;

import org.safetyledger.access.DivisionLevel;
import org.safetyledger.jurisdiction.AreaFilters;

/**
 * The statement that works a coverage out, all of one moment. Of a city it reads 100,000 enterprises: they are counted in one pass, by
 * what their gaps depend on, and a row is made only of those gaps that are told.
 */
final class CoverageSql {
    private static final String UNVISITED = """
            coalesce(t.visited_on, t.registered_on) < cast(:today as date) - case t.supervision_class
                when 'A' then :withinA when 'B' then :withinB when 'C' then :withinC when 'D' then :withinD else :withinAny end""";

    private static final String UNCHECKED =
            "coalesce(t.self_checked_on, t.registered_on) < cast(:today as date) - case when t.is_key then :checkedKey else :checkedGeneral end";

    /** Whether a department regulates it is one question for all enterprises of a county that have the trade and the kind of venue. */
    private static final String COUNTED = """
            with kept as materialized (
              select left(t.division_code, {digits}) place, t.county_code, t.industry_section section, t.industry_code, t.venue_type, count(*) enterprises,
                count(*) filter (where t.visited_on >= :first) visited, count(*) filter (where t.self_checked_on >= :first) checked,
                count(*) filter (where {unvisited}) unvisited, count(*) filter (where {unchecked}) unchecked
              from enterprise_coverage t where {inArea} and t.active and {inTrade}
              group by 1, 2, 3, 4, 5
            ), unregulated as materialized (
              select k.county_code, k.industry_code, k.venue_type, cast(u.entered_at at time zone 'Asia/Shanghai' as date) since
              from (select distinct county_code, industry_code, venue_type from kept) k
              join undetermined_regulator u on left(u.division_code, 6) = k.county_code
                and coalesce(u.venue_type, u.industry_code) = coalesce(k.venue_type, k.industry_code)
              where u.settled_at is null and not ledger_regulated(u.division_code, k.industry_code, k.venue_type, cast(:today as date))
            ), rare as materialized (
              select 'HAZARD_WITHOUT_TASK' kind, t.division_code, t.industry_section section, cast(t.id as text) id,
                cast(t.reported_at at time zone 'Asia/Shanghai' as date) since
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
            )""";

    /** The gaps behind the cursor, named by kind, place and id: of each kind of many no more than are told. */
    private static final String TOLD = """
            , page as (
              select * from (
                (select 'NO_VISIT' kind, t.division_code, t.industry_section section, cast(t.id as text) id, coalesce(t.visited_on, t.registered_on) since
                from enterprise_coverage t
                where {inArea} and t.active and {inTrade} and {after NO_VISIT} and {unvisited}
                order by t.division_code, t.id limit 1000)
                union all
                (select 'NO_SELF_CHECK', t.division_code, t.industry_section, cast(t.id as text), coalesce(t.self_checked_on, t.registered_on)
                from enterprise_coverage t
                where {inArea} and t.active and {inTrade} and {after NO_SELF_CHECK} and {unchecked}
                order by t.division_code, t.id limit 1000)
                union all
                (select 'NO_REGULATOR', t.division_code, t.industry_section, cast(t.id as text), n.since
                from unregulated n
                join enterprise_coverage t on t.county_code = n.county_code and t.industry_code = n.industry_code and t.venue_type is not distinct from n.venue_type
                where {inArea} and t.active and {inTrade} and {after NO_REGULATOR}
                order by t.division_code, t.id limit 1000)
                union all
                select r.kind, r.division_code, r.section, r.id, r.since
                from rare r
                where :kind in ('', r.kind) and (r.kind, r.division_code, r.id) > (:afterKind, :afterPlace, :afterId)
              ) gap
              order by kind, division_code, id limit 1000
            )""";

    private static final String ANSWER = """
            , answer as (
              select 1 part, k.place, k.section, '' kind, '' id, sum(k.enterprises) enterprises, sum(k.visited) visited, sum(k.checked) checked,
                cast(null as date) since
              from kept k group by 2, 3
              union all
              select 2, k.place, k.section, g.kind, '', sum(g.enterprises), 0, 0, null
              from kept k cross join lateral (values ('NO_VISIT', k.unvisited), ('NO_SELF_CHECK', k.unchecked)) g(kind, enterprises)
              where g.enterprises > 0 group by 2, 3, 4
              union all
              select 2, k.place, k.section, 'NO_REGULATOR', '', sum(k.enterprises), 0, 0, null
              from unregulated n
              join kept k on k.county_code = n.county_code and k.industry_code = n.industry_code and k.venue_type is not distinct from n.venue_type
              group by 2, 3
              union all
              select 2, left(r.division_code, {digits}), r.section, r.kind, '', count(*), 0, 0, null from rare r group by 2, 3, 4
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
            order by a.part, case when a.part = 3 then a.kind end, d.code, case when a.part < 3 then a.section end nulls first, a.kind, a.id""";

    private CoverageSql() {}

    /** @param ofSection whether the trade asked for is a section; else it is a division of GB/T 4754 */
    static String of(DivisionLevel area, boolean ofAll, boolean ofSection) {
        String trade = ofSection ? "t.industry_section = :industry" : "t.industry_division = :industry";
        DivisionLevel child =
                area == DivisionLevel.COUNTY || area == DivisionLevel.TOWN ? DivisionLevel.TOWN : DivisionLevel.COUNTY;
        String told = TOLD;
        for (CoverageGap.Kind kind : CoverageGap.Kind.values()) {
            told = told.replace("{after " + kind + "}", after(kind));
        }
        return (COUNTED + told + ANSWER)
                .replace("{unvisited}", UNVISITED)
                .replace("{unchecked}", UNCHECKED)
                .replace("{inArea}", AreaFilters.inSubtree(area))
                .replace("{inTrade}", ofAll ? "true" : trade)
                .replace("{ofAll}", Boolean.toString(ofAll))
                .replace("{digits}", Integer.toString(child.digits()));
    }

    /** Whether gaps of a kind are asked for, and which of them lie behind the cursor: the kind alone often answers it. */
    private static String after(CoverageGap.Kind kind) {
        return ":kind in ('', '{k}') and (:afterKind < '{k}' or :afterKind = '{k}' and (t.division_code, cast(t.id as text)) > (:afterPlace, :afterId))"
                .replace("{k}", kind.name());
    }
}
