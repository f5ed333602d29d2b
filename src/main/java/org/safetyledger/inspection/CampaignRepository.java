package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {
    public Campaign require(UUID id, String field) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }
}
