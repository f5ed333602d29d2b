package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.OwnRows;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.Limits;

/** Counts the visits of a year in an area, in one statement and so at one moment. */
@ApplicationScoped
public class VisitCounts {
    private static final String STATISTICS = "VISIT_STATISTICS";

    /** What is only planned is told by no figure. */
    private static final String CELLS = """
            with cell as (
              select t.authority, t.kind, t.check_kind, t.source,
                case when t.merged_into_id is not null then 'MERGED' when t.counted then 'COUNTED' else 'EXEMPT' end way,
                case when t.status = 'ABORTED' then 'BROKEN_OFF' when t.status in ('IN_PROGRESS', 'RECORD_PENDING_SIGNATURE') then 'GOING_ON'
                  when exists (select from finding f where f.inspection_id = t.id and f.result = 'NON_COMPLIANT') then 'PROBLEMS'
                  else 'NOTHING' end result, count(*) amount
              from inspection t
              where {inArea} and {own} and t.planned_on between :first and :last and t.started_at is not null and t.status <> 'CANCELLED'
                and t.authority is not null and (t.kind = 'ENFORCEMENT' and t.check_kind is not null or t.kind = 'ASSISTANCE')
              group by 1, 2, 3, 4, 5, 6
              union all
              select t.authority, 'OFF_SITE', null, null, null, null, count(*) from ledger_off_site_checks_made(:first, :last) t
              where {inArea} group by t.authority
            )
            select c.authority, coalesce(d.name, v.name, c.authority) named, c.kind, c.check_kind, c.source, c.way, c.result, c.amount,
              r.ratings, r.average
            from cell c
            join (select a.authority, s.ratings, s.average from (select distinct authority from cell) a
              cross join lateral ledger_visit_ratings(a.authority, :year, :batch) s) r on r.authority = c.authority
            left join department d on d.code = c.authority
            left join division v on v.code = c.authority
            order by c.authority""";

    private final EntityManager entityManager;
    private final Deadlines deadlines;
    private final Limits limits;
    private final Callers callers;
    private final Clock clock;

    VisitCounts(EntityManager entityManager, Deadlines deadlines, Limits limits, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.deadlines = deadlines;
        this.limits = limits;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param jurisdiction the area's division code; the caller's own area when null */
    public VisitStatistics of(@Nullable String jurisdiction, int year) {
        Caller caller = callers.current();
        String area = jurisdiction == null ? caller.division() : AreaFilters.divisionCode(jurisdiction, "jurisdiction");
        Instant now = clock.instant();
        List<Object[]> cells = entityManager
                .createNativeQuery(
                        CELLS.replace("{inArea}", AreaFilters.inSubtree(DivisionLevel.of(area)))
                                .replace("{own}", OwnRows.ofPowers(caller, "t")),
                        Object[].class)
                .setParameter("area", DivisionLevel.prefix(area))
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .setParameter("year", year)
                .setParameter(
                        "batch",
                        limits.on(Times.day(now), "RATINGS_TOLD_FROM", "").amount())
                .getResultList();
        VisitTally total = new VisitTally();
        Map<String, List<Object[]>> byAuthority = new LinkedHashMap<>();
        for (Object[] cell : cells) {
            total.add(alike(cell));
            byAuthority
                    .computeIfAbsent((String) cell[0], code -> new ArrayList<>())
                    .add(cell);
        }
        return new VisitStatistics(
                area,
                year,
                Times.local(now),
                publishBy(year),
                total.figures(),
                byAuthority.values().stream().map(VisitCounts::ofAuthority).toList());
    }

    private static VisitStatistics.OfAuthority ofAuthority(List<Object[]> cells) {
        VisitTally tally = new VisitTally();
        cells.forEach(cell -> tally.add(alike(cell)));
        Object[] any = cells.getFirst();
        return new VisitStatistics.OfAuthority(
                (String) any[0],
                (String) any[1],
                tally.figures(),
                number(any[8]),
                any[9] == null ? null : ((Number) any[9]).doubleValue());
    }

    private static VisitTally.Alike alike(Object[] cell) {
        return new VisitTally.Alike(
                (String) cell[2],
                (String) cell[3],
                (String) cell[4],
                (String) cell[5],
                (String) cell[6],
                number(cell[7]));
    }

    /** Counted from the last day of the year. */
    private @Nullable OffsetDateTime publishBy(int year) {
        Instant end = LocalDate.of(year, 12, 31)
                .atTime(LocalTime.NOON)
                .atZone(Times.ZONE)
                .toInstant();
        return deadlines.canStart(end, STATISTICS)
                ? Times.local(deadlines.from(end, STATISTICS, "").dueAt())
                : null;
    }

    private static int number(Object count) {
        return Math.toIntExact(((Number) count).longValue());
    }
}
