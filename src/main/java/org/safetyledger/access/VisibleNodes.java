package org.safetyledger.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;

/** Finds objects by their ids, as far as the caller may read their type and see their rows. */
@ApplicationScoped
public class VisibleNodes {
    private final List<NodeSource> sources;
    private final Callers callers;

    VisibleNodes(@All List<NodeSource> sources, Callers callers) {
        this.sources = sources;
        this.callers = callers;
    }

    /** The objects that there are for the caller; what is missing or hidden is absent from the map. */
    public Map<UUID, ? extends Node> find(NodeType type, Set<UUID> ids) {
        if (!callers.current().mayRead(type)) {
            return Map.of();
        }
        return sources.stream()
                .filter(source -> source.type() == type)
                .findFirst()
                .<Map<UUID, ? extends Node>>map(source -> source.nodes(ids))
                .orElse(Map.of());
    }
}
