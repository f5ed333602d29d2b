package org.safetyledger.read;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/**
 * Objects that are asked for by their node ids.
 *
 * @param inOrder as they were asked for; empty for a type of which there are no objects for the caller
 */
record NodeIds(List<Optional<NodeId>> inOrder) {
    static NodeIds of(ReadArguments arguments, boolean several, Predicate<NodeType> readable) {
        List<String> given = several ? arguments.texts(NodeFields.IDS) : List.of(arguments.text(NodeFields.ID));
        if (given.size() > PageRequest.MAXIMUM_SIZE) {
            throw Refusal.at(NodeFields.IDS, ErrorCode.PAGE_SIZE_OUT_OF_RANGE, PageRequest.MAXIMUM_SIZE);
        }
        return new NodeIds(given.stream()
                .map(NodeIds::parsed)
                .map(id -> Optional.of(id).filter(known -> readable.test(known.type())))
                .toList());
    }

    /** An element may be null where a variable with a default is. */
    private static NodeId parsed(@Nullable String id) {
        if (id == null) {
            throw Refusal.at(NodeFields.IDS, ErrorCode.BAD_INPUT, "null");
        }
        return NodeId.parse(id).orElseThrow(() -> Refusal.at(NodeFields.ID, ErrorCode.MALFORMED_ID, "type"));
    }

    Map<NodeType, Set<UUID>> byType() {
        Map<NodeType, Set<UUID>> ids = new EnumMap<>(NodeType.class);
        inOrder.stream()
                .flatMap(Optional::stream)
                .forEach(id -> ids.computeIfAbsent(id.type(), type -> new LinkedHashSet<>())
                        .add(id.uuid()));
        return ids;
    }
}
