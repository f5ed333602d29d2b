package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionRepository;

@ApplicationScoped
class InspectionNodes implements NodeSource {
    private final InspectionRepository repository;

    InspectionNodes(InspectionRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.INSPECTION;
    }

    @Override
    public Map<UUID, InspectionView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Inspection::id, InspectionView::new));
    }
}
