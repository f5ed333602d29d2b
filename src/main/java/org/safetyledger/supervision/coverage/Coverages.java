package org.safetyledger.supervision.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.Limits;

/** Works out what nobody looks after, by the rules of today. */
@ApplicationScoped
class Coverages {
    private static final int LONGEST_PERIOD = 730;
    private static final String ORDER = "coverage";

    private final EntityManager entityManager;
    private final Limits limits;
    private final Cursors cursors;
    private final Callers callers;
    private final Clock clock;

    Coverages(EntityManager entityManager, Limits limits, Cursors cursors, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.limits = limits;
        this.cursors = cursors;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param jurisdiction the area's division code; the caller's own area when null
     * @param industry section or division of GB/T 4754; all when null
     * @param days the length of the period
     */
    record Asked(@Nullable String jurisdiction, @Nullable String industry, int days) {}

    /**
     * The coverage of an area as far as it is the caller's own.
     *
     * @param kind of gaps; all when null
     * @param after cursor of the last gap before
     */
    Coverage of(Asked asked, CoverageGap.@Nullable Kind kind, @Nullable String after) {
        if (asked.days() < 1 || asked.days() > LONGEST_PERIOD) {
            throw Refusal.at("days", ErrorCode.BAD_INPUT, asked.days());
        }
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        LocalDate first = today.minusDays(asked.days());
        Caller caller = callers.current();
        String industry = asked.industry() == null ? "" : AreaFilters.industryCode(asked.industry(), "industry");
        String area = asked.jurisdiction() == null
                ? caller.division()
                : DivisionLevel.common(
                        AreaFilters.divisionCode(asked.jurisdiction(), "jurisdiction"), caller.division());
        if (area == null) {
            return new Coverage(Times.local(now), first, List.of(), List.of());
        }
        Query query = entityManager.createNativeQuery(
                CoverageSql.of(DivisionLevel.of(area), industry.isEmpty(), industry.length() == 1), Object[].class);
        if (!industry.isEmpty()) {
            query.setParameter("industry", industry);
        }
        List<String> last = after == null ? List.of("", "", "") : cursors.open(ORDER, after);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setParameter("area", DivisionLevel.prefix(area))
                .setParameter("now", now)
                .setParameter("today", today)
                .setParameter("first", first)
                .setParameter("withinA", within(today, "VISIT_WITHIN", "CLASS_A"))
                .setParameter("withinB", within(today, "VISIT_WITHIN", "CLASS_B"))
                .setParameter("withinC", within(today, "VISIT_WITHIN", "CLASS_C"))
                .setParameter("withinD", within(today, "VISIT_WITHIN", "CLASS_D"))
                .setParameter("withinAny", within(today, "VISIT_WITHIN", ""))
                .setParameter("checkedKey", within(today, "SELF_CHECK_WITHIN", "KEY"))
                .setParameter("checkedGeneral", within(today, "SELF_CHECK_WITHIN", "GENERAL"))
                .setParameter("ofPlaces", caller.role() != Role.DEPARTMENT_OFFICER && industry.isEmpty())
                .setParameter("kind", kind == null ? "" : kind.name())
                .setParameter("afterKind", last.get(0))
                .setParameter("afterPlace", last.get(1))
                .setParameter("afterId", last.get(2))
                .getResultList();
        return new Coverage(Times.local(now), first, cells(rows), gaps(rows));
    }

    private int within(LocalDate day, String subject, String appliesTo) {
        return limits.on(day, subject, appliesTo).amount();
    }

    private static List<CoverageCell> cells(List<Object[]> rows) {
        Map<List<@Nullable Object>, CoverageCell> cells = new LinkedHashMap<>();
        for (Object[] row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            key.add(row[1]);
            key.add(row[3]);
            switch (number(row[0])) {
                case 1 -> cells.put(key, cell(row, number(row[6]), number(row[7]), number(row[8])));
                case 2 ->
                    cells.computeIfAbsent(key, ofGaps -> cell(row, 0, 0, 0))
                            .gaps()
                            .add(new CoverageCell.Count(kind(row), number(row[6])));
                default -> {}
            }
        }
        return List.copyOf(cells.values());
    }

    private static CoverageCell cell(Object[] row, int enterprises, int visited, int checked) {
        return new CoverageCell(
                (String) row[1], (String) row[2], (String) row[3], enterprises, visited, checked, new ArrayList<>());
    }

    private List<CoverageGap> gaps(List<Object[]> rows) {
        return rows.stream().filter(row -> number(row[0]) == 3).map(this::gap).toList();
    }

    private CoverageGap gap(@Nullable Object[] row) {
        CoverageGap.Kind kind = kind(row);
        String id = (String) Objects.requireNonNull(row[5]);
        String place = (String) Objects.requireNonNull(row[1]);
        NodeType of = kind.of();
        return new CoverageGap(
                kind,
                place,
                (String) Objects.requireNonNull(row[2]),
                (String) row[3],
                of == null ? id : NodeId.text(of, UUID.fromString(id)),
                Objects.requireNonNullElse((String) row[10], ""),
                row[9] instanceof Date date ? date.toLocalDate() : (LocalDate) row[9],
                cursors.seal(ORDER, List.of(kind.name(), place, id)));
    }

    private static CoverageGap.Kind kind(@Nullable Object[] row) {
        return CoverageGap.Kind.valueOf((String) row[4]);
    }

    private static int number(@Nullable Object count) {
        return ((Number) Objects.requireNonNull(count)).intValue();
    }
}
