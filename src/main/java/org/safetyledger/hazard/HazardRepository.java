package org.safetyledger.hazard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class HazardRepository implements PanacheRepositoryBase<Hazard, UUID> {
    public Hazard lock(UUID id, String field) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.NOT_FOUND));
    }

    /** The duplicates of a hazard, each held, in the order of their ids. */
    List<Hazard> lockDuplicatesOf(UUID original) {
        return find("duplicateOfId = ?1 and status = DUPLICATE order by id", original)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
