package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignRepository;

@ApplicationScoped
class CampaignNodes implements NodeSource {
    private final CampaignRepository repository;

    CampaignNodes(CampaignRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.CAMPAIGN;
    }

    @Override
    public Map<UUID, CampaignView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Campaign::id, CampaignView::new));
    }
}
