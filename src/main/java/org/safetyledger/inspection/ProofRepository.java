package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Side;

/** Reads what proves a fix. The same bytes prove one thing only: where they came twice, the first time counts. */
@ApplicationScoped
public class ProofRepository {
    /** The evidence of a hazard and of its tasks, each part by its own index. */
    private static final String OF_HAZARD = "(select * from evidence where hazard_id = :subject"
            + " union all select e.* from rectification_task t join evidence e on e.task_id = t.id"
            + " where t.hazard_id = :subject)";

    private static final String OF_FINDING = "(select * from evidence where finding_id = :subject)";

    private final EntityManager entityManager;

    ProofRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Proofs ofHazard(UUID hazard) {
        return proofs(OF_HAZARD, hazard);
    }

    public Proofs ofFinding(UUID finding) {
        return proofs(OF_FINDING, finding);
    }

    /** Whether a photo or video with these bytes shows something of the finding already. */
    public boolean isShownOfFinding(UUID finding, String sha256) {
        return isShown(OF_FINDING, finding, sha256);
    }

    /** Whether a photo or video with these bytes shows something of the hazard or of its tasks already. */
    public boolean isShownOfHazard(UUID hazard, String sha256) {
        return isShown(OF_HAZARD, hazard, sha256);
    }

    /** Whether it is a photo or video of the hazard or of one of its tasks, of whatever stage. */
    public boolean isOfHazard(UUID hazard, UUID evidence) {
        return !entityManager
                .createNativeQuery("select e.stage from " + OF_HAZARD + " e where e.id = :evidence")
                .setParameter("subject", hazard)
                .setParameter("evidence", evidence)
                .getResultList()
                .isEmpty();
    }

    private Proofs proofs(String evidence, UUID subject) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select distinct on (e.sha256) e.stage, e.side, e.task_id,"
                                + " cast(extract(epoch from e.received_at) * 1000000 as bigint) from " + evidence
                                + " e where e.stage in ('BEFORE', 'AFTER') order by e.sha256, e.received_at, e.id",
                        Object[].class)
                .setParameter("subject", subject)
                .getResultList();
        return new Proofs(
                rows.stream().map(row -> ProofRepository.proof((Object[]) row)).toList());
    }

    private boolean isShown(String evidence, UUID subject, String sha256) {
        return !entityManager
                .createNativeQuery("select e.stage from " + evidence
                        + " e where e.stage <> 'OTHER' and e.sha256 = :sha256 limit 1")
                .setParameter("subject", subject)
                .setParameter("sha256", sha256)
                .getResultList()
                .isEmpty();
    }

    private static Proof proof(Object[] columns) {
        return new Proof(
                columns[0].equals("AFTER"),
                Side.valueOf((String) columns[1]),
                Instant.EPOCH.plus((Long) columns[3], ChronoUnit.MICROS),
                (UUID) columns[2]);
    }
}
