package org.safetyledger.rectification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class RectificationTaskRepository implements PanacheRepositoryBase<RectificationTask, UUID> {
    RectificationTask lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at("id", ErrorCode.NOT_FOUND));
    }

    /** The hazard's task at work, of which there is at most one. */
    Optional<RectificationTask> lockOpen(UUID hazardId) {
        return find("hazardId = ?1 and status not in (PASSED, CANCELLED)", hazardId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The hazard of a task, read before the locks so that they are taken in one order: hazard, then task. */
    Optional<UUID> hazardOf(UUID taskId) {
        return getEntityManager()
                .createQuery("select hazardId from RectificationTask where id = :id", UUID.class)
                .setParameter("id", taskId)
                .getResultStream()
                .findFirst();
    }

    Optional<DeadlineExtension> pendingExtension(UUID taskId) {
        return getEntityManager()
                .createQuery(
                        "from DeadlineExtension where taskId = :task and status = REQUESTED", DeadlineExtension.class)
                .setParameter("task", taskId)
                .getResultStream()
                .findFirst();
    }
}
