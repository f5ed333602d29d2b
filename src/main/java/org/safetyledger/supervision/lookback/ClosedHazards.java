package org.safetyledger.supervision.lookback;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.supervision.draw.Lot;

/** The closed hazards of which a look-back's sample is drawn, in their order. */
record ClosedHazards(List<Closed> hazards) {
    record Closed(UUID id, HazardGrade grade) {
        String nodeId() {
            return NodeId.text(NodeType.HAZARD, id);
        }
    }

    /** SHA-256 of its lines {@code hazard|grade}. */
    String hash() {
        return Lot.hash(
                hazards.stream().map(one -> one.nodeId() + "|" + one.grade()).collect(Collectors.joining("\n")));
    }

    /** The sample, major hazards first, each grade in the order of its draw. */
    List<UUID> sample(LookBack lookBack, Lot lot) {
        return Stream.of(HazardGrade.MAJOR, HazardGrade.GENERAL)
                .flatMap(grade -> {
                    List<String> ids = hazards.stream()
                            .filter(one -> one.grade() == grade)
                            .map(Closed::nodeId)
                            .toList();
                    return lot.order(ids).stream().limit(roundedUp(ids.size(), lookBack.share(grade)));
                })
                .map(id -> NodeId.require(NodeType.HAZARD, id, "id"))
                .toList();
    }

    private static long roundedUp(int of, int percent) {
        return Math.ceilDiv((long) of * percent, 100);
    }
}
