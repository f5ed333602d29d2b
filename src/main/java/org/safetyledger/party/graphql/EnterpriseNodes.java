package org.safetyledger.party.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

@ApplicationScoped
class EnterpriseNodes implements NodeSource {
    private final EnterpriseRepository repository;

    EnterpriseNodes(EnterpriseRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.ENTERPRISE;
    }

    @Override
    public Map<UUID, EnterpriseView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Enterprise::id, EnterpriseView::new));
    }
}
