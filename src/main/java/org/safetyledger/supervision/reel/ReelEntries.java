package org.safetyledger.supervision.reel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.safetyledger.command.Form;

/** The entries of reels, which are only ever added: each arrangement of a reel has its own. */
@ApplicationScoped
class ReelEntries {
    /** Each with the hazard that it shows, by itself, by its task or by its finding. */
    private static final String ARRANGE = """
            insert into reel_entry (id, reel_id, arrangement_id, position, evidence_id, caption, hazard_id, finding_id, sha256)
            select gen_random_uuid(), :reel, :arrangement, r.position, e.id, r.caption, coalesce(e.hazard_id, k.hazard_id, h.id),
              e.finding_id, e.sha256
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(position integer, evidence uuid, caption text)
            join evidence e on e.id = r.evidence
            left join rectification_task k on k.id = e.task_id
            left join hazard h on h.finding_id = e.finding_id""";

    /** The same entries, with the state in which each hazard was at a moment. */
    private static final String FREEZE = """
            insert into reel_entry (id, reel_id, arrangement_id, position, evidence_id, caption, hazard_id, finding_id, sha256, state_then)
            select gen_random_uuid(), x.reel_id, :arrangement, x.position, x.evidence_id, x.caption, x.hazard_id, x.finding_id, x.sha256,
              (select y.status from history_entry y where y.object_id = x.hazard_id and y.object_type = 'HAZARD'
                and y.recorded_at <= :moment order by y.sequence desc limit 1)
            from reel_entry x where x.arrangement_id = :before""";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;

    ReelEntries(EntityManager entityManager, ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.mapper = mapper;
    }

    /** Those of these that the caller sees. */
    List<UUID> seen(List<UUID> evidence) {
        return entityManager
                .createQuery("select id from Evidence where id in :ids", UUID.class)
                .setParameter("ids", evidence)
                .getResultList();
    }

    void arrange(EvidenceReel reel, List<Form> entries) {
        entityManager.flush();
        List<Map<String, Object>> rows = IntStream.range(0, entries.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "position",
                        i + 1,
                        "evidence",
                        entries.get(i).id("evidenceId"),
                        "caption",
                        entries.get(i).text("caption")))
                .toList();
        try {
            entityManager
                    .createNativeQuery(ARRANGE)
                    .setParameter("reel", reel.id())
                    .setParameter("arrangement", reel.arrangementId())
                    .setParameter("rows", mapper.writeValueAsString(rows))
                    .executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tells how many there are. */
    int freeze(EvidenceReel reel, UUID before, Instant moment) {
        entityManager.flush();
        return entityManager
                .createNativeQuery(FREEZE)
                .setParameter("arrangement", reel.arrangementId())
                .setParameter("before", before)
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
