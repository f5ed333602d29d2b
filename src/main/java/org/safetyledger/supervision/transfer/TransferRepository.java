package org.safetyledger.supervision.transfer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Authority;

@ApplicationScoped
class TransferRepository implements PanacheRepositoryBase<HazardTransfer, UUID> {
    private static final String STATE = "ledger_transfer_state(t.status, t.kind, t.due_at, t.ended_at)";

    /** Whether such a transfer is under way; of joint work, one to the same authority. */
    boolean awaits(UUID hazard, TransferKind kind, Authority to) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select from hazard_transfer t where t.hazard_id = :hazard and t.kind = :kind and "
                                + STATE + " in ('PROPOSED', 'APPROVED', 'PENDING', 'ARBITRATION')"
                                + " and (t.kind <> 'JOINT' or coalesce(t.to_department, t.to_division) = :receiver))")
                .setParameter("hazard", hazard)
                .setParameter("kind", kind.name())
                .setParameter("receiver", to.code())
                .getSingleResult();
    }

    int nextNumber(UUID hazard, TransferKind kind) {
        return Math.toIntExact(count("hazardId = ?1 and kind = ?2", hazard, kind)) + 1;
    }

    /** What ends with its hazard: joint work, and what nobody has accepted yet. A crime stays one. */
    List<HazardTransfer> endingWith(UUID hazard) {
        return list(
                "hazardId = ?1 and (kind = JOINT and status in (PENDING, ACCEPTED) or kind = ORDINARY"
                        + " and (status = ARBITRATION or status = PENDING and not silent)) order by number",
                hazard);
    }

    /** By which others have handled it. */
    List<HazardTransfer> passed(UUID hazard) {
        return list(
                "hazardId = ?1 and kind = ORDINARY and (status in (ACCEPTED, ARBITRATED) or silent) order by number",
                hazard);
    }

    List<HazardTransfer> acceptedBySilence(UUID hazard) {
        return list("hazardId = ?1 and silent order by number", hazard);
    }
}
