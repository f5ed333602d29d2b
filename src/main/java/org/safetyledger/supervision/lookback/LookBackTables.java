package org.safetyledger.supervision.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.OwnRows;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.inspection.HazardGrade;

/** The rows that look-backs are made of. */
@ApplicationScoped
class LookBackTables {
    /** Subjects of all who had a part in the life of the hazard of a check, whose row is {@code $}; as JSON. */
    static final String INVOLVED = """
            to_jsonb(array(
              select y.actor from history_entry y
              where y.object_id in (select $.hazard_id union all select w.id from rectification_task w where w.hazard_id = $.hazard_id)
                and (y.action <> 'EVIDENCE_ADDED' or y.detail ->> 'stage' <> 'LOOK_BACK')
              union
              select f.found_by from hazard f where f.id = $.hazard_id and f.found_by is not null
              union
              select p.issued_by_subject from paper_item i join paper p on p.about_id = i.paper_id
              where i.hazard_id = $.hazard_id and p.kind = 'RECHECK_OPINION'
              union
              select o.subject from hazard f join inspection_officer o on o.inspection_id = f.inspection_id
              where f.id = $.hazard_id and o.subject is not null))""";

    private static final String CLOSED = """
            select h.id, h.grade from hazard h
            where h.status = 'CLOSED' and starts_with(h.division_code, :area) and h.closed_at >= :first and h.closed_at < :behind
              and (:everywhere or h.inspection_id in (select i.id from inspection i where i.campaign_id = :campaign)) and {own}
            order by h.id limit :most""";

    private static final String KEEP = """
            insert into look_back_candidate (id, look_back_id, number, hazard_id, grade)
            select gen_random_uuid(), :lookBack, c.number, cast(split_part(c.line, ' ', 1) as uuid), split_part(c.line, ' ', 2)
            from string_to_table(:lines, ',') with ordinality c(line, number)""";

    /** Who closed them last, by name. */
    private static final String CLOSERS = """
            select h.id, coalesce((select e.actor_name from history_entry e
              where e.object_id = h.id and e.action in ('CLOSED', 'SELF_CLOSED') order by e.sequence desc limit 1), h.closed_by, '')
            from hazard h where h.id in (:ids)""";

    private static final UUID NONE = new UUID(0, 0);

    private final EntityManager entityManager;

    LookBackTables(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Those of the caller's own place and powers: the checks of others would not be the caller's to make. */
    ClosedHazards closed(LookBack.Scope scope, Caller caller, int most) {
        List<Object[]> rows = entityManager
                .createNativeQuery(CLOSED.replace("{own}", OwnRows.ofPowers(caller, "h")), Object[].class)
                .setParameter("area", DivisionLevel.prefix(scope.area()))
                .setParameter(
                        "first", scope.closedFrom().atStartOfDay(Times.ZONE).toInstant())
                .setParameter(
                        "behind",
                        scope.closedTo().plusDays(1).atStartOfDay(Times.ZONE).toInstant())
                .setParameter("everywhere", scope.campaignId() == null)
                .setParameter("campaign", scope.campaignId() == null ? NONE : scope.campaignId())
                .setParameter("most", most)
                .getResultList();
        return closed(rows);
    }

    private static ClosedHazards closed(List<Object[]> rows) {
        return new ClosedHazards(rows.stream()
                .map(row -> new ClosedHazards.Closed((UUID) row[0], HazardGrade.valueOf((String) row[1])))
                .toList());
    }

    void keep(LookBack lookBack, ClosedHazards closed) {
        entityManager.flush();
        entityManager
                .createNativeQuery(KEEP)
                .setParameter("lookBack", lookBack.id())
                .setParameter(
                        "lines",
                        String.join(
                                ",",
                                closed.hazards().stream()
                                        .map(one -> one.id() + " " + one.grade())
                                        .toList()))
                .executeUpdate();
    }

    /** The pool as it is in the database now. */
    ClosedHazards pool(LookBack lookBack) {
        return closed(entityManager
                .createNativeQuery(
                        "select hazard_id, grade from look_back_candidate where look_back_id = :lookBack order by number",
                        Object[].class)
                .setParameter("lookBack", lookBack.id())
                .getResultList());
    }

    /** Those that still are of the caller's own place and powers. */
    Map<UUID, Hazard> hazards(List<UUID> sample, Caller caller) {
        List<UUID> ids = entityManager
                .createNativeQuery(
                        "select h.id from hazard h where h.id in (:ids) and " + OwnRows.ofPowers(caller, "h"),
                        UUID.class)
                .setParameter("ids", sample)
                .getResultList();
        Map<UUID, Hazard> hazards = new HashMap<>();
        entityManager
                .createQuery("from Hazard where id in :ids", Hazard.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(hazard -> hazards.put(hazard.id(), hazard));
        return hazards;
    }

    Map<UUID, String> closers(List<UUID> ids) {
        Map<UUID, String> closers = new HashMap<>();
        List<Object[]> rows = entityManager
                .createNativeQuery(CLOSERS, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        rows.forEach(row -> closers.put((UUID) row[0], (String) row[1]));
        return closers;
    }

    List<String> involved(LookBackCheck check) {
        String names = (String) entityManager
                .createNativeQuery("select string_agg(s, chr(31)) from look_back_check k, jsonb_array_elements_text("
                        + INVOLVED.replace("$.", "k.") + ") s where k.id = :id")
                .setParameter("id", check.id())
                .getSingleResult();
        return names == null ? List.of() : Arrays.asList(names.split("\u001f", -1));
    }

    /** Whether an authority added it at a look-back at this hazard, after the sample was drawn. */
    boolean isProof(UUID evidence, LookBackCheck check) {
        return !entityManager
                .createNativeQuery(
                        "select id from evidence where id = :id and hazard_id = :hazard and stage = 'LOOK_BACK'"
                                + " and side = 'AUTHORITY' and received_at >= :drawn")
                .setParameter("id", evidence)
                .setParameter("hazard", check.hazardId())
                .setParameter("drawn", check.drawnAt())
                .getResultList()
                .isEmpty();
    }
}
