package org.safetyledger.party.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.ResponsibilityAssignment;
import org.safetyledger.party.ResponsibilityRepository;

@ApplicationScoped
class ResponsibilityAssignmentNodes implements NodeSource {
    private final ResponsibilityRepository repository;

    ResponsibilityAssignmentNodes(ResponsibilityRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.RESPONSIBILITY;
    }

    @Override
    public Map<UUID, ResponsibilityAssignmentView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(ResponsibilityAssignment::id, ResponsibilityAssignmentView::new));
    }
}
