package org.safetyledger.access.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.access.VisibleNodes;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Refusal;

@GraphQLApi
public class AccessApi {
    private final Callers callers;
    private final VisibleNodes visible;

    AccessApi(Callers callers, VisibleNodes visible) {
        this.callers = callers;
        this.visible = visible;
    }

    @Query("viewer")
    @Requires(Permission.READ)
    @NonNull
    @Description("Who is calling.")
    public ViewerView viewer() {
        return new ViewerView(callers.current());
    }

    @Query("node")
    @Requires(Permission.READ)
    @Description("One object by its node id; null when it does not exist or is out of scope.")
    public @Nullable Node node(@NonNull @Id @Description("Node id.") String id) {
        return nodes(List.of(id)).getFirst();
    }

    @Query("nodes")
    @Requires(Permission.READ)
    @NonNull
    @Description("Objects by their node ids, in the same order; null where one does not exist or is out of scope.")
    public List<@Nullable Node> nodes(@NonNull @Description("Up to 100 node ids.") List<@NonNull String> ids) {
        if (ids.size() > PageRequest.MAXIMUM_SIZE) {
            throw Refusal.at("ids", ErrorCode.PAGE_SIZE_OUT_OF_RANGE, PageRequest.MAXIMUM_SIZE);
        }
        List<NodeId> parsed = ids.stream().map(AccessApi::parse).toList();
        Map<NodeId, Node> found = new HashMap<>();
        Map<NodeType, Set<UUID>> wanted = parsed.stream()
                .collect(Collectors.groupingBy(NodeId::type, Collectors.mapping(NodeId::uuid, Collectors.toSet())));
        wanted.forEach((type, uuids) ->
                visible.find(type, uuids).forEach((uuid, node) -> found.put(new NodeId(type, uuid), node)));
        return parsed.stream().<@Nullable Node>map(found::get).toList();
    }

    private static NodeId parse(String id) {
        return NodeId.parse(id).orElseThrow(() -> Refusal.at("id", ErrorCode.MALFORMED_ID, "type"));
    }
}
