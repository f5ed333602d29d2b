package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** What was drawn, with the visits that came of it. */
@ApplicationScoped
class DrawnVisits {
    private static final String DRAWN = """
            insert into drawn_visit (id, draw_id, number, enterprise_id, name, officers)
            select gen_random_uuid(), :draw, v.number, v.enterprise, v.name, v.officers
            from jsonb_to_recordset(cast(:rows as jsonb)) as v(number integer, enterprise uuid, name text, officers jsonb)""";

    /** Whether the visit {@code i} has begun, by those who were drawn for {@code v} or their substitutes; others may come along. */
    private static final String BEGUN = """
            (i.started_at is not null and i.status <> 'CANCELLED' and not exists (
              select from jsonb_array_elements(v.officers || v.substitutes) o where not exists (
                select from inspection_officer f
                where f.inspection_id = i.id and f.person_id = cast(o ->> 'person' as uuid) and f.exclusion is null)
              and not exists (select from jsonb_array_elements(v.substitutes) s where s ->> 'insteadOf' = o ->> 'person')))""";

    private static final String ONE = """
            select v.inspection_id, coalesce(i.status = 'CANCELLED', false) cancelled, i.id is null or i.started_at is not null started,
              coalesce({begun}, false) begun
            from drawn_visit v left join inspection i on i.id = v.inspection_id
            where v.draw_id = :draw and v.enterprise_id = :enterprise""".replace("{begun}", BEGUN);

    /** An enforcement visit of the draw's authority, planned after the draw. */
    private static final String VISIT = """
            select i.planned_on, coalesce((select string_agg(cast(f.person_id as text), ',') from inspection_officer f
              where f.inspection_id = i.id and f.exclusion is null), '') officers
            from inspection i join draw d on d.id = :draw
            where i.id = :visit and i.enterprise_id = :enterprise and i.kind = 'ENFORCEMENT' and i.status <> 'CANCELLED'
              and i.planned_at >= d.drawn_at and coalesce(i.authority, d.authority) = d.authority""";

    /** Officers who may not go on that day: in conflict, with the reason where it is known, or without a certificate. */
    private static final String UNFIT = """
            with officer as (select unnest(cast(string_to_array(:officers, ',') as uuid[])) id)
            select c.person_id, true in_conflict, c.reason
            from ledger_conflicts(array(select id from officer), :enterprise) c
            union all
            select p.id, false, null from person p join officer using (id)
            where p.certificate_number is null or p.certificate_to < :day or p.certificate_from > :day""";

    private static final String WAITING = """
            select count(*) from drawn_visit v left join inspection i on i.id = v.inspection_id
            where v.draw_id = :draw and v.unvisited_reason is null and not coalesce({begun}, false)""".replace("{begun}", BEGUN);

    private final EntityManager entityManager;
    private final DrawRows rows;

    DrawnVisits(EntityManager entityManager, DrawRows rows) {
        this.entityManager = entityManager;
        this.rows = rows;
    }

    /**
     * A drawn enterprise.
     *
     * @param visit its visit; null for none
     * @param begun whether that has begun as it was drawn
     */
    record Drawn(@Nullable UUID visit, boolean cancelled, boolean started, boolean begun) {
        boolean hasVisitLeft() {
            return visit != null && !cancelled;
        }
    }

    /** A visit that may be linked, with the officers who conduct it. */
    record Visit(LocalDate plannedOn, List<UUID> officers) {}

    /** An officer who goes instead of a drawn one. */
    record Substitute(UUID person, String name, UUID insteadOf, String reason) {}

    void keep(Draw draw, DrawPool pool, List<DrawnVisit> drawn) {
        Map<String, String> names = pool.names();
        rows.insert(
                DRAWN,
                draw,
                IntStream.range(0, drawn.size())
                        .mapToObj(i -> row(i + 1, drawn.get(i), names))
                        .toList());
    }

    private static Map<String, @Nullable Object> row(int number, DrawnVisit visit, Map<String, String> names) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("number", number);
        row.put("enterprise", NodeId.require(NodeType.ENTERPRISE, visit.enterprise(), "id"));
        row.put("name", names.get(visit.enterprise()));
        row.put(
                "officers",
                visit.officers().stream()
                        .map(officer -> Map.of(
                                "person",
                                NodeId.require(NodeType.PERSON, officer, "id"),
                                "name",
                                String.valueOf(names.get(officer))))
                        .toList());
        return row;
    }

    /** Null where the enterprise was not drawn. */
    @Nullable
    Drawn of(Draw draw, UUID enterprise) {
        List<Object[]> found = entityManager
                .createNativeQuery(ONE, Object[].class)
                .setParameter("draw", draw.id())
                .setParameter("enterprise", enterprise)
                .getResultList();
        return found.stream()
                .map(row -> new Drawn((UUID) row[0], (boolean) row[1], (boolean) row[2], (boolean) row[3]))
                .findFirst()
                .orElse(null);
    }

    /** Null where the visit cannot be one of the draw to the enterprise. */
    @Nullable
    Visit visit(Draw draw, UUID enterprise, UUID visit) {
        List<Object[]> found = entityManager
                .createNativeQuery(VISIT, Object[].class)
                .setParameter("draw", draw.id())
                .setParameter("enterprise", enterprise)
                .setParameter("visit", visit)
                .getResultList();
        return found.stream()
                .map(row -> new Visit((LocalDate) row[0], ids((String) row[1])))
                .findFirst()
                .orElse(null);
    }

    private static List<UUID> ids(String joined) {
        return Stream.of(joined.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    /** Those of these officers who may not visit the enterprise on that day, with the reason. */
    Map<UUID, String> unfit(UUID enterprise, List<UUID> officers, LocalDate day) {
        List<Object[]> unfit = entityManager
                .createNativeQuery(UNFIT, Object[].class)
                .setParameter("enterprise", enterprise)
                .setParameter("officers", DrawRows.joined(officers))
                .setParameter("day", day)
                .getResultList();
        return unfit.stream().collect(Collectors.toMap(row -> (UUID) row[0], DrawnVisits::reason, (first, _) -> first));
    }

    private static String reason(@Nullable Object[] row) {
        return Boolean.TRUE.equals(row[1]) ? DrawPools.conflict((String) row[2]) : ErrorCode.CERTIFICATE_EXPIRED.name();
    }

    void link(Draw draw, UUID enterprise, UUID visit, List<Substitute> substitutes) {
        change(
                "inspection_id = :visit, substitutes = cast(:substitutes as jsonb)",
                draw,
                enterprise,
                Map.of("visit", visit, "substitutes", rows.json(substitutes)));
    }

    void explain(Draw draw, UUID enterprise, String reason, Caller officer, Instant now) {
        change(
                "unvisited_reason = :reason, explained_by = :by, explained_at = :now",
                draw,
                enterprise,
                Map.of("reason", reason, "by", officer.name(), "now", now));
    }

    private void change(String set, Draw draw, UUID enterprise, Map<String, Object> values) {
        var update = entityManager
                .createNativeQuery(
                        "update drawn_visit set " + set + " where draw_id = :draw and enterprise_id = :enterprise")
                .setParameter("draw", draw.id())
                .setParameter("enterprise", enterprise);
        values.forEach(update::setParameter);
        update.executeUpdate();
    }

    /** How many of the drawn enterprises have neither been visited as it was drawn nor a reason why not. */
    long waiting(Draw draw) {
        return ((Number) entityManager
                        .createNativeQuery(WAITING)
                        .setParameter("draw", draw.id())
                        .getSingleResult())
                .longValue();
    }
}
