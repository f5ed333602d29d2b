package org.safetyledger.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.Times;

/** Counts what waits for the caller, kind by kind, in one statement. */
@ApplicationScoped
class Waiting {
    /** A count has a bound: whoever has more does not read on. */
    private static final int MOST = 1000;

    private static final String ME = """
            with me as (
              select cast(:subject as text) subject, cast(:division as text) division, cast(:place as text) place,
                nullif(cast(:department as text), '') department, cast(:governs as boolean) governs, cast(:leads as boolean) leads,
                cast(:departmental as boolean) departmental, cast(:granted as boolean) granted,
                string_to_array(current_setting('ledger.industries', true), ',') industries,
                string_to_array(current_setting('ledger.matters', true), ',') matters)
            select kind, waiting, overdue, earliest from (""";

    private static final Set<Role> LEADERS = EnumSet.of(Role.CITY_LEADER, Role.COUNTY_LEADER);

    private final EntityManager entityManager;
    private final Callers callers;

    Waiting(EntityManager entityManager, Callers callers) {
        this.entityManager = entityManager;
        this.callers = callers;
    }

    List<WaitingWork> work() {
        Caller caller = callers.current();
        String counts = Stream.of(WaitingKind.values())
                .filter(kind -> kind.isFor(caller))
                .map(kind -> kind.counted(MOST))
                .collect(Collectors.joining(" union all "));
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(ME + counts + ") counted order by earliest nulls last, kind", Object[].class)
                .setParameter("subject", caller.subject())
                .setParameter("division", caller.division())
                .setParameter("place", DivisionLevel.prefix(caller.division()))
                .setParameter("department", Objects.requireNonNullElse(caller.department(), ""))
                .setParameter("governs", caller.governs())
                .setParameter("leads", LEADERS.contains(caller.role()))
                .setParameter("departmental", caller.role() == Role.DEPARTMENT_OFFICER)
                .setParameter("granted", caller.granted())
                .getResultList();
        return rows.stream().map(Waiting::work).toList();
    }

    private static WaitingWork work(@Nullable Object[] row) {
        Number earliest = (Number) row[3];
        return new WaitingWork(
                WaitingKind.valueOf((String) Objects.requireNonNull(row[0])),
                ((Number) Objects.requireNonNull(row[1])).intValue(),
                ((Number) Objects.requireNonNull(row[2])).intValue(),
                earliest == null ? null : Times.local(Instant.ofEpochMilli(earliest.longValue())));
    }
}
