package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.safetyledger.access.Side;

/** Reads what proves a fix. The same bytes prove one thing only: where they came twice, the first time counts. */
@ApplicationScoped
public class ProofRepository {
    /** The evidence of a hazard and of its tasks, each part by its own index. */
    private static final String OF_HAZARD = "(select * from evidence where hazard_id = :subject"
            + " union all select e.* from rectification_task t join evidence e on e.task_id = t.id"
            + " where t.hazard_id = :subject)";

    private final Session session;

    ProofRepository(Session session) {
        this.session = session;
    }

    public Proofs ofHazard(UUID hazard) {
        return proofs(OF_HAZARD, hazard);
    }

    /** Whether a photo or video with these bytes shows something of the hazard or of its tasks already. */
    public boolean isShownOfHazard(UUID hazard, String sha256) {
        return isShown(OF_HAZARD, hazard, sha256);
    }

    private Proofs proofs(String evidence, UUID subject) {
        return new Proofs(session
                .createNativeQuery(
                        "select distinct on (e.sha256) e.stage, e.side, e.received_at, e.task_id from " + evidence
                                + " e where e.stage in ('BEFORE', 'AFTER') order by e.sha256, e.received_at, e.id",
                        Object[].class)
                .addScalar("stage", String.class)
                .addScalar("side", String.class)
                .addScalar("received_at", Instant.class)
                .addScalar("task_id", UUID.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(ProofRepository::proof)
                .toList());
    }

    private boolean isShown(String evidence, UUID subject, String sha256) {
        return !session.createNativeQuery(
                        "select e.stage from " + evidence
                                + " e where e.stage <> 'OTHER' and e.sha256 = :sha256 limit 1",
                        String.class)
                .setParameter("subject", subject)
                .setParameter("sha256", sha256)
                .getResultList()
                .isEmpty();
    }

    private static Proof proof(Object[] columns) {
        return new Proof(
                columns[0].equals("AFTER"), Side.valueOf((String) columns[1]), (Instant) columns[2], (UUID) columns[3]);
    }
}
