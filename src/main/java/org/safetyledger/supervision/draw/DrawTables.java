package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.OwnRows;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** Whom draws may be drawn of, and their frozen pools. */
@ApplicationScoped
class DrawTables {
    /** Who is at work there, in the order of their ids, as far as the caller sees them by place and trade. */
    private static final String ENTERPRISES = """
            select e.id, e.name from enterprise e
            where e.status = 'ACTIVE' and starts_with(e.division_code, :area)
              and starts_with(e.industry_code, :industry) and (:sector = '' or e.sector = :sector) and {own}
            order by e.id limit :most""";

    /** Certified officers of the caller's authority; a safety committee's office inspects nobody. */
    private static final String OFFICERS = """
            select p.id, p.name from person p
            join post o on o.id = p.post_id
            left join department d on d.code = o.department_code
            where p.certificate_number is not null and coalesce(p.certificate_from <= ledger_today(), true)
              and coalesce(p.certificate_to >= ledger_today(), true) and p.enterprise_id is null and p.division_code = :place
              and (:department = '' or o.department_code = :department)
              and coalesce(d.kind, '') <> 'SAFETY_COMMITTEE_OFFICE' and ledger_lasts(d.valid_to, ledger_today())
            order by p.id limit :most""";

    private static final String KEEP = """
            insert into draw_candidate (id, draw_id, number, enterprise_id, officer_id, name, exclusion)
            select gen_random_uuid(), :draw, c.number, c.enterprise, c.officer, c.name, c.exclusion
            from jsonb_to_recordset(cast(:rows as jsonb))
              as c(number integer, enterprise uuid, officer uuid, name text, exclusion text)""";

    private static final String POOL = """
            select enterprise_id, officer_id, name, exclusion from draw_candidate where draw_id = :draw order by number""";

    /** What a published draw tells must not come of a visit that is a secret yet; such conflicts are found when the visit is planned. */
    private static final String CONFLICTS = """
            select c.enterprise_id, c.person_id, c.reason
            from ledger_conflicts(cast(string_to_array(:officers, ',') as uuid[]), known_to_target => true) c order by 1, 2""";

    private final EntityManager entityManager;
    private final DrawRows rows;

    DrawTables(EntityManager entityManager, DrawRows rows) {
        this.entityManager = entityManager;
        this.rows = rows;
    }

    /**
     * An officer who must not visit an enterprise.
     *
     * @param reason null where another authority recorded it
     */
    record Conflict(UUID enterprise, UUID officer, @Nullable String reason) {}

    /** Names by id. */
    Map<UUID, String> enterprises(Draw.Scope scope, Caller caller, int most) {
        return named(entityManager
                .createNativeQuery(ENTERPRISES.replace("{own}", OwnRows.ofTrade(caller, "e")), Object[].class)
                .setParameter("area", DivisionLevel.prefix(scope.area()))
                .setParameter("industry", scope.industry() == null ? "" : scope.industry())
                .setParameter("sector", scope.sector() == null ? "" : scope.sector())
                .setParameter("most", most)
                .getResultList());
    }

    /**
     * Names by id.
     *
     * @param department code of the only department whose officers are meant; null for all
     */
    Map<UUID, String> officers(Caller caller, @Nullable String department, int most) {
        return named(entityManager
                .createNativeQuery(OFFICERS, Object[].class)
                .setParameter("place", caller.division())
                .setParameter("department", department == null ? "" : department)
                .setParameter("most", most)
                .getResultList());
    }

    private static Map<UUID, String> named(List<Object[]> found) {
        Map<UUID, String> named = new LinkedHashMap<>();
        found.forEach(row -> named.put((UUID) row[0], (String) row[1]));
        return named;
    }

    List<Conflict> conflicts(Collection<UUID> officers) {
        List<Object[]> recorded = entityManager
                .createNativeQuery(CONFLICTS, Object[].class)
                .setParameter("officers", DrawRows.joined(officers))
                .getResultList();
        return recorded.stream()
                .map(row -> new Conflict((UUID) row[0], (UUID) row[1], (String) row[2]))
                .toList();
    }

    void keep(Draw draw, DrawPool pool) {
        rows.insert(
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
        List<Object[]> kept = entityManager
                .createNativeQuery(POOL, Object[].class)
                .setParameter("draw", draw.id())
                .getResultList();
        return new DrawPool(kept.stream()
                .map(row -> new DrawPool.Candidate(
                        row[0] == null ? null : NodeId.text(NodeType.ENTERPRISE, (UUID) row[0]),
                        row[1] == null ? null : NodeId.text(NodeType.PERSON, (UUID) row[1]),
                        (String) row[2],
                        (String) row[3]))
                .toList());
    }
}
