package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;

@ApplicationScoped
class JurisdictionNodes implements NodeSource {
    private final DivisionRepository divisions;

    JurisdictionNodes(DivisionRepository divisions) {
        this.divisions = divisions;
    }

    @Override
    public NodeType type() {
        return NodeType.JURISDICTION;
    }

    @Override
    public Map<UUID, JurisdictionView> nodes(Set<UUID> ids) {
        return divisions.byIds(ids).stream().collect(Collectors.toMap(Division::id, JurisdictionView::new));
    }
}
