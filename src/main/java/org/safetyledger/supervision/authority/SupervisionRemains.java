package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.inspection.CampaignRemains;

/** A campaign ends when the problems of authorities that its visits found are dealt with, or are somebody's to follow. */
@ApplicationScoped
class SupervisionRemains implements CampaignRemains {
    /** Problems without an item, and items whose answer was not accepted. */
    private static final String OPEN = """
            select count(*) from supervision_visit v
            join supervision_finding f on f.supervision_visit_id = v.id and f.result = 'NON_COMPLIANT'
            where v.campaign_id = :campaign and v.status in ('SIGNED', 'SIGNATURE_REFUSED')
              and not exists (select from supervision_item i where i.finding_id = f.id)
            union all
            select count(*) from supervision_visit v join supervision_item i on i.supervision_visit_id = v.id
            where v.campaign_id = :campaign and i.status <> 'ACCEPTED'""";

    private final EntityManager entityManager;

    SupervisionRemains(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void requireHandedOver(UUID campaign, @Nullable String handover) {
        if (handover != null) {
            return;
        }
        long open =
                entityManager
                        .createNativeQuery(OPEN, Long.class)
                        .setParameter("campaign", campaign)
                        .getResultList()
                        .stream()
                        .mapToLong(count -> ((Number) count).longValue())
                        .sum();
        if (open > 0) {
            throw Refusal.at("handover", ErrorCode.CAMPAIGN_ITEMS_OPEN, open);
        }
    }
}
