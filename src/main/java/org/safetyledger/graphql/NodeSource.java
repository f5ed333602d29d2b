package org.safetyledger.graphql;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a feature offers so that its objects can be fetched by node id. */
public interface NodeSource {
    NodeType type();

    /** The objects that the caller may see; an id that is missing or out of scope is absent from the map. */
    Map<UUID, ? extends Node> nodes(Set<UUID> ids);
}
