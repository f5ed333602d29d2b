package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilters;

/**
 * Reads an area's figures from the counts that the database keeps, in one statement and so at one moment. An
 * enterprise's few hazards are counted as they are.
 */
@ApplicationScoped
public class HazardCounts {
    private static final int LONGEST_PERIOD = 92;

    /** What became overdue today is counted from the hazards themselves: the counts know days, not hours. */
    private static final String CELLS = """
            select c.measure, c.place, d.name, c.day, c.status, c.grade, c.section, c.amount
            from (
              select t.measure, case when t.measure in ('REPORTED', 'CLOSED', 'SECTION') then '' else {place} end place,
                case when t.measure in ('REPORTED', 'CLOSED') then t.day end as day, t.status, t.grade, t.section,
                cast(sum(t.amount) as bigint) amount
              from {cells} t
              where {inArea} and {grain} and (t.measure in ('STATE', 'SECTION')
                or t.measure in ('REPORTED', 'CLOSED') and t.day between cast(:first as date) and cast(:today as date)
                or t.measure = 'DUE_MONTH' and t.day < cast(:month as date)
                or t.measure = 'DUE' and t.day >= cast(:month as date) and t.day < cast(:today as date))
              group by 1, 2, 3, 4, 5, 6 having sum(t.amount) <> 0
              union all
              select 'DUE', {place}, null, '', '', '', count(*) from hazard t
              where {inArea} and t.open and t.due_at >= :midnight and t.due_at < :now group by 2
            ) c left join division d on d.code = rpad(c.place, 12, '0')
            order by c.place""";

    private final EntityManager entityManager;
    private final Callers callers;
    private final Clock clock;

    HazardCounts(EntityManager entityManager, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The figures of what the caller may see of an area.
     *
     * @param jurisdiction the area's division code; the caller's own area when null
     * @param days the length of the period, today included
     */
    public HazardDashboard dashboard(@Nullable String jurisdiction, int days) {
        if (days < 1 || days > LONGEST_PERIOD) {
            throw Refusal.at("days", ErrorCode.BAD_INPUT, days);
        }
        Caller caller = callers.current();
        String area = jurisdiction == null ? caller.division() : AreaFilters.divisionCode(jurisdiction, "jurisdiction");
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        LocalDate first = today.minusDays(days - 1L);
        List<Object[]> cells = entityManager
                .createNativeQuery(statement(caller, DivisionLevel.of(area)), Object[].class)
                .setParameter("area", DivisionLevel.prefix(area))
                .setParameter("first", first)
                .setParameter("today", today)
                .setParameter("month", today.withDayOfMonth(1))
                .setParameter("midnight", today.atStartOfDay(Times.ZONE).toInstant())
                .setParameter("now", now)
                .getResultList();
        return HazardFigures.of(cells, DivisionLevel.of(area)).dashboard(now, first, today);
    }

    /** Counts of counties are added up for the city, those of towns for all below it and for who sees no county's. */
    private static String statement(Caller caller, DivisionLevel level) {
        boolean inCity = level.compareTo(DivisionLevel.CITY) <= 0;
        boolean byTown = !inCity || caller.ofEnterprise() || caller.level() == DivisionLevel.TOWN;
        boolean byIndustry = caller.role() == Role.DEPARTMENT_OFFICER;
        String place = inCity ? "t.county_code" : "t.town_code";
        String cells = caller.ofEnterprise() ? "hazard_own_cell" : "hazard_count_cell";
        String inArea =
                switch (level) {
                    case PROVINCE -> "starts_with(t.city_code, :area)";
                    case CITY -> "t.city_code = :area";
                    case COUNTY -> "t.county_code = :area";
                    case TOWN -> "t.town_code = :area";
                };
        String grain = "t.town_code " + (byTown ? "<> ''" : "= ''") + " and t.industry_division "
                + (byIndustry ? "<> ''" : "= ''");
        return CELLS.replace("{place}", place)
                .replace("{cells}", cells)
                .replace("{inArea}", inArea)
                .replace("{grain}", grain);
    }
}
