package org.safetyledger.evidence.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.evidence.Evidence;
import org.safetyledger.evidence.EvidenceRepository;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;

@ApplicationScoped
class EvidenceNodes implements NodeSource {
    private final EvidenceRepository repository;

    EvidenceNodes(EvidenceRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.EVIDENCE;
    }

    @Override
    public Map<UUID, EvidenceView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Evidence::id, EvidenceView::new));
    }
}
