package org.safetyledger.hazard.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardRepository;

@ApplicationScoped
class HazardNodes implements NodeSource {
    private final HazardRepository repository;

    HazardNodes(HazardRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.HAZARD;
    }

    @Override
    public Map<UUID, HazardView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Hazard::id, HazardView::new));
    }
}
