package org.safetyledger.supervision.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.OwnRows;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.Limits;

/** Counts the checks of look-backs, and tells what still is to be looked at, as far as the caller sees it. */
@ApplicationScoped
class LookBackFigures {
    private static final String PROGRESS = """
            select count(c.id), count(c.id) filter (where c.status = 'PENDING'), count(c.id) filter (where c.status = 'HELD'),
              count(c.id) filter (where c.status = 'FAILED')
            from look_back k left join look_back_check c on c.look_back_id = k.id where k.id = :lookBack group by k.id""";

    /** Those of grades of which every hazard is looked back at, and those that were drawn. */
    private static final String DUE = """
            select h.id, h.title, h.grade, extract(epoch from h.closed_at) * 1000000 closed from hazard h
            where h.status = 'CLOSED' and starts_with(h.division_code, :area) and h.closed_at >= :first
              and (h.grade in (:grades) or exists (
                select from look_back_check c where c.hazard_id = h.id and c.status = 'PENDING'))
              and not exists (select from look_back_check c where c.hazard_id = h.id and c.checked_at >= h.closed_at) and {own}
            order by h.closed_at, h.id limit 1000""";

    private final EntityManager entityManager;
    private final Limits limits;
    private final Deadlines deadlines;
    private final Callers callers;
    private final Clock clock;

    LookBackFigures(EntityManager entityManager, Limits limits, Deadlines deadlines, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.limits = limits;
        this.deadlines = deadlines;
        this.callers = callers;
        this.clock = clock;
    }

    /** Null where there is no such look-back, or it is out of scope. */
    @Nullable
    LookBackProgress progress(UUID lookBack) {
        List<Object[]> rows = entityManager
                .createNativeQuery(PROGRESS, Object[].class)
                .setParameter("lookBack", lookBack)
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        int[] counts = Stream.of(rows.getFirst())
                .mapToInt(count -> ((Number) count).intValue())
                .toArray();
        return new LookBackProgress(Times.local(clock.instant()), counts[0], counts[1], counts[2], counts[3]);
    }

    /** @param closedFrom first day; a year ago when null */
    List<LookBackDue> due(@Nullable String jurisdiction, @Nullable LocalDate closedFrom) {
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        String area = jurisdiction == null
                ? callers.current().division()
                : AreaFilters.divisionCode(jurisdiction, "jurisdiction");
        LocalDate first = closedFrom == null ? today.minusYears(1) : Times.day(closedFrom, "closedFrom");
        List<String> grades = Stream.of(HazardGrade.values())
                .map(Enum::name)
                .filter(grade -> limits.on(today, "LOOK_BACK_SHARE", grade).amount() >= 100)
                .toList();
        List<Object[]> rows = entityManager
                .createNativeQuery(DUE.replace("{own}", OwnRows.ofPowers(callers.current(), "h")), Object[].class)
                .setParameter("area", DivisionLevel.prefix(area))
                .setParameter("first", first.atStartOfDay(Times.ZONE).toInstant())
                .setParameter("grades", grades.isEmpty() ? List.of("") : grades)
                .getResultList();
        return rows.stream().map(row -> due(row, now)).toList();
    }

    private LookBackDue due(Object[] row, Instant now) {
        Instant closed = Instant.EPOCH.plusNanos(((Number) row[3]).longValue() * 1000);
        Deadline deadline = deadlines.from(closed, "LOOK_BACK", (String) row[2]);
        return new LookBackDue(
                NodeId.text(NodeType.HAZARD, (UUID) row[0]),
                (String) row[1],
                HazardGrade.valueOf((String) row[2]),
                Times.local(closed),
                Times.local(deadline.dueAt()),
                deadline.dueAt().isBefore(now));
    }
}
