package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Grants;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** What transfers let their receivers see and do. */
@ApplicationScoped
class TransferGrants {
    private final Grants grants;

    TransferGrants(Grants grants) {
        this.grants = grants;
    }

    /** @param actsFrom null where the hazard is only read, for now or for good */
    void give(HazardTransfer transfer, Authority to, @Nullable Instant actsFrom) {
        grants.give(
                new NodeId(NodeType.HAZARD, transfer.hazardId()),
                to.grantee(),
                Grants.Term.actingFrom(actsFrom),
                node(transfer));
    }

    void letAct(HazardTransfer transfer) {
        grants.letAct(node(transfer));
    }

    void end(HazardTransfer transfer) {
        grants.end(node(transfer));
    }

    /** What has ended is read for a while, to look back at it and to answer for it. */
    void keepUntil(HazardTransfer transfer, Instant moment) {
        grants.endAt(node(transfer), moment);
    }

    private static NodeId node(HazardTransfer transfer) {
        return new NodeId(NodeType.HAZARD_TRANSFER, transfer.id());
    }
}
