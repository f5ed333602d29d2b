package org.safetyledger.supervision.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** The rows of draws: whom they may be drawn of, the frozen pools, and what was drawn. */
@ApplicationScoped
class DrawTables {
    /** Who is at work there, in the order of their ids, as far as the caller sees them. */
    private static final String ENTERPRISES = """
            select e.id, e.name from enterprise e
            where e.status = 'ACTIVE' and starts_with(e.division_code, :area)
              and starts_with(e.industry_code, :industry) and (:sector = '' or e.sector = :sector)
            order by e.id limit :most""";

    /** Certified officers of the caller's authority; a safety committee's office inspects nobody. */
    private static final String OFFICERS = """
            select p.id, p.name from person p
            join post o on o.id = p.post_id
            left join department d on d.code = o.department_code
            where p.certificate_number is not null and coalesce(p.certificate_from <= ledger_today(), true)
              and coalesce(p.certificate_to >= ledger_today(), true) and p.enterprise_id is null and p.division_code = :place
              and (:department = '' or o.department_code = :department)
              and coalesce(d.kind, '') <> 'SAFETY_COMMITTEE_OFFICE'
            order by p.id limit :most""";

    private static final String KEEP = """
            insert into draw_candidate (id, draw_id, number, enterprise_id, officer_id, name, exclusion)
            select gen_random_uuid(), :draw, c.number, c.enterprise, c.officer, c.name, c.exclusion
            from jsonb_to_recordset(cast(:rows as jsonb))
              as c(number integer, enterprise uuid, officer uuid, name text, exclusion text)""";

    private static final String POOL = """
            select enterprise_id, officer_id, name, exclusion from draw_candidate where draw_id = :draw order by number""";

    private static final String DRAWN = """
            insert into drawn_visit (id, draw_id, number, enterprise_id, name, officers)
            select gen_random_uuid(), :draw, v.number, v.enterprise, v.name, v.officers
            from jsonb_to_recordset(cast(:rows as jsonb)) as v(number integer, enterprise uuid, name text, officers jsonb)""";

    /** A visit of the drawn officers to the enterprise, planned after the draw; others may come along. */
    private static final String LINK = """
            select v.inspection_id, exists (
              select from inspection i join draw d on d.id = v.draw_id
              where i.id = :visit and i.enterprise_id = v.enterprise_id and i.kind = 'ENFORCEMENT' and i.status <> 'CANCELLED'
                and i.planned_at >= d.drawn_at and not exists (
                  select from jsonb_array_elements(v.officers) o where not exists (
                    select from inspection_officer f
                    where f.inspection_id = i.id and f.person_id = cast(o ->> 'person' as uuid) and f.exclusion is null))) fits
            from drawn_visit v where v.draw_id = :draw and v.enterprise_id = :enterprise""";

    /** Those whose visit neither has begun nor was called off. */
    private static final String WAITING = """
            select count(*) from drawn_visit v left join inspection i on i.id = v.inspection_id
            where v.draw_id = :draw and (i.id is null or i.started_at is null and i.status <> 'CANCELLED')""";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;

    DrawTables(EntityManager entityManager, ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.mapper = mapper;
    }

    /** Somebody or something that may be drawn. */
    record Named(UUID id, String name) {}

    List<Named> enterprises(Draw.Scope scope, int most) {
        return named(entityManager
                .createNativeQuery(ENTERPRISES, Object[].class)
                .setParameter("area", DivisionLevel.prefix(scope.area()))
                .setParameter("industry", scope.industry() == null ? "" : scope.industry())
                .setParameter("sector", scope.sector() == null ? "" : scope.sector())
                .setParameter("most", most)
                .getResultList());
    }

    /** @param department code of the only department whose officers are meant; null for all */
    List<Named> officers(Caller caller, @Nullable String department, int most) {
        return named(entityManager
                .createNativeQuery(OFFICERS, Object[].class)
                .setParameter("place", caller.division())
                .setParameter("department", department == null ? "" : department)
                .setParameter("most", most)
                .getResultList());
    }

    private static List<Named> named(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Named((UUID) row[0], (String) row[1]))
                .toList();
    }

    void keep(Draw draw, DrawPool pool) {
        insert(
                KEEP,
                draw,
                IntStream.range(0, pool.candidates().size())
                        .mapToObj(i -> row(i + 1, pool.candidates().get(i)))
                        .toList());
    }

    private static Map<String, @Nullable Object> row(int number, DrawPool.Candidate candidate) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("number", number);
        row.put("enterprise", uuid(NodeType.ENTERPRISE, candidate.enterprise()));
        row.put("officer", uuid(NodeType.PERSON, candidate.officer()));
        row.put("name", candidate.name());
        row.put("exclusion", candidate.exclusion());
        return row;
    }

    private static @Nullable UUID uuid(NodeType type, @Nullable String id) {
        return id == null ? null : NodeId.require(type, id, "id");
    }

    /** The pool as it is in the database now. */
    DrawPool pool(Draw draw) {
        List<Object[]> rows = entityManager
                .createNativeQuery(POOL, Object[].class)
                .setParameter("draw", draw.id())
                .getResultList();
        return new DrawPool(rows.stream()
                .map(row -> new DrawPool.Candidate(
                        row[0] == null ? null : NodeId.text(NodeType.ENTERPRISE, (UUID) row[0]),
                        row[1] == null ? null : NodeId.text(NodeType.PERSON, (UUID) row[1]),
                        (String) row[2],
                        (String) row[3]))
                .toList());
    }

    void keep(Draw draw, DrawPool pool, List<DrawnVisit> drawn) {
        Map<String, String> names = new HashMap<>();
        pool.candidates().forEach(one -> {
            if (one.officer() == null || one.enterprise() == null) {
                names.put(one.officer() == null ? String.valueOf(one.enterprise()) : one.officer(), one.name());
            }
        });
        insert(
                DRAWN,
                draw,
                IntStream.range(0, drawn.size())
                        .mapToObj(i -> row(i + 1, drawn.get(i), names))
                        .toList());
    }

    private static Map<String, @Nullable Object> row(int number, DrawnVisit visit, Map<String, String> names) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("number", number);
        row.put("enterprise", uuid(NodeType.ENTERPRISE, visit.enterprise()));
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

    private void insert(String statement, Draw draw, List<Map<String, @Nullable Object>> rows) {
        entityManager.flush();
        try {
            entityManager
                    .createNativeQuery(statement)
                    .setParameter("draw", draw.id())
                    .setParameter("rows", mapper.writeValueAsString(rows))
                    .executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What links a drawn enterprise with a visit; null where it was not drawn. */
    @Nullable
    Link link(Draw draw, UUID enterprise, UUID visit) {
        List<Object[]> rows = entityManager
                .createNativeQuery(LINK, Object[].class)
                .setParameter("draw", draw.id())
                .setParameter("enterprise", enterprise)
                .setParameter("visit", visit)
                .getResultList();
        return rows.isEmpty() ? null : new Link((UUID) rows.getFirst()[0], (boolean) rows.getFirst()[1]);
    }

    /**
     * A drawn enterprise and a visit.
     *
     * @param before the visit that it has already; null for none
     * @param fits whether the visit may be its own
     */
    record Link(@Nullable UUID before, boolean fits) {}

    void keepLink(Draw draw, UUID enterprise, UUID visit) {
        entityManager
                .createNativeQuery("update drawn_visit set inspection_id = :visit"
                        + " where draw_id = :draw and enterprise_id = :enterprise")
                .setParameter("visit", visit)
                .setParameter("draw", draw.id())
                .setParameter("enterprise", enterprise)
                .executeUpdate();
    }

    /** How many of the drawn enterprises still must not know of it. */
    long waiting(Draw draw) {
        return ((Number) entityManager
                        .createNativeQuery(WAITING)
                        .setParameter("draw", draw.id())
                        .getSingleResult())
                .longValue();
    }
}
