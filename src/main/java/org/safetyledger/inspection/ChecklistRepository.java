package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class ChecklistRepository implements PanacheRepositoryBase<Checklist, UUID> {
    public Optional<ChecklistItem> item(UUID id) {
        return Optional.ofNullable(getEntityManager().find(ChecklistItem.class, id));
    }
}
