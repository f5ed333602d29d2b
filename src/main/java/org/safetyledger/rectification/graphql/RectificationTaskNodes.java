package org.safetyledger.rectification.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.rectification.RectificationTask;
import org.safetyledger.rectification.RectificationTaskRepository;

@ApplicationScoped
class RectificationTaskNodes implements NodeSource {
    private final RectificationTaskRepository repository;

    RectificationTaskNodes(RectificationTaskRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.TASK;
    }

    @Override
    public Map<UUID, RectificationTaskView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(RectificationTask::id, RectificationTaskView::new));
    }
}
