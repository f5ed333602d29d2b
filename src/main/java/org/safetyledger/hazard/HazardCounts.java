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
import org.safetyledger.access.OwnRows;
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
            select c.measure, c.place, d.name, c.day, c.status, c.grade, c.section, cast(sum(c.amount) as bigint)
            from (
              {cells}
              union all
              select 'DUE', {place}, null, '', '', '', count(*) from hazard t
              where {inArea} and {ofOwn} and t.open and t.due_at >= :midnight and t.due_at < :now group by 2
            ) c left join division d on d.code = rpad(c.place, 12, '0')
            group by 1, 2, 3, 4, 5, 6, 7 having sum(c.amount) <> 0
            order by c.place""";

    private static final String FOLDED = """
              select t.measure, case when t.measure in ('STATE', 'DUE') then {place} else '' end place,
                case when t.measure in ('REPORTED', 'CLOSED') then t.day end as day, t.status, t.grade, t.section, t.amount
              from {counts} t
              where {inArea} and {ofReach} and {ofPowers}
                and (t.measure in ('STATE', 'SECTION', 'DUE') and t.day < cast(:today as date)
                  or t.measure in ('REPORTED', 'CLOSED') and t.day between cast(:first as date) and cast(:today as date))""";

    /** Changes are few, and whoever sees less than the area sees just those that are his. */
    private static final String CHANGED = """

              union all
              select case 0 when grouping(t.status) then 'STATE' when grouping(t.industry_section) then 'SECTION'
                  when grouping(t.due_on) then 'DUE' when grouping(t.reported_on) then 'REPORTED' else 'CLOSED' end,
                coalesce({place}, ''), coalesce(t.reported_on, t.closed_on), coalesce(t.status, ''), coalesce(t.grade, ''),
                coalesce(t.industry_section, ''), sum(t.amount)
              from hazard_count_change t
              where {inArea}
              group by grouping sets (({place}, t.status, t.grade), (t.open, t.industry_section),
                (t.open, {place}, t.due_on), (t.reported_on), (t.closed_on))
              having grouping(t.status) = 0 or grouping(t.industry_section) = 0 and t.open
                or grouping(t.due_on) = 0 and t.open and t.due_on < cast(:today as date)
                or coalesce(t.reported_on, t.closed_on) between cast(:first as date) and cast(:today as date)""";

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
                .setParameter("midnight", today.atStartOfDay(Times.ZONE).toInstant())
                .setParameter("now", now)
                .getResultList();
        return HazardFigures.of(cells, DivisionLevel.of(area)).dashboard(now, first, today);
    }

    /** The counts are kept for each reach: who sees less than the area adds up those of what is seen. */
    private static String statement(Caller caller, DivisionLevel level) {
        boolean inCity = level.compareTo(DivisionLevel.CITY) <= 0;
        DivisionLevel seen = caller.ofEnterprise() ? DivisionLevel.TOWN : caller.level();
        DivisionLevel reach = seen.compareTo(level) > 0 ? seen : level;
        String place = inCity ? "t.county_code" : "t.town_code";
        String inArea =
                switch (level) {
                    case PROVINCE -> "starts_with(t.city_code, :area)";
                    case CITY -> "t.city_code = :area";
                    case COUNTY -> "t.county_code = :area";
                    case TOWN -> "t.town_code = :area";
                };
        String ofReach = reach == DivisionLevel.TOWN ? "t.town_code is not null" : "t.reach = '" + reach + "'";
        String ofPowers = caller.role() == Role.DEPARTMENT_OFFICER
                ? "t.power = any(cast((select ledger_powers()) as text[]))"
                : "t.power = '*'";
        return CELLS.replace("{cells}", caller.ofEnterprise() ? FOLDED : FOLDED + CHANGED)
                .replace("{counts}", caller.ofEnterprise() ? "hazard_own_cell" : "hazard_count")
                .replace("{ofReach}", ofReach)
                .replace("{ofPowers}", ofPowers)
                // The counts know nothing of what is granted to single authorities: it counts where it lies.
                .replace("{ofOwn}", OwnRows.ofPowers(caller, "t"))
                .replace("{place}", place)
                .replace("{inArea}", inArea);
    }
}
