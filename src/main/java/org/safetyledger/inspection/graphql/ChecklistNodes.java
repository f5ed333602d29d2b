package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Checklist;
import org.safetyledger.inspection.ChecklistRepository;

@ApplicationScoped
class ChecklistNodes implements NodeSource {
    private final ChecklistRepository repository;

    ChecklistNodes(ChecklistRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.CHECKLIST;
    }

    @Override
    public Map<UUID, ChecklistView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Checklist::id, ChecklistView::new));
    }
}
