package org.safetyledger.evidence.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.evidence.Evidence;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;

@Type("EvidenceConnection")
@Description("A page of evidence.")
public final class EvidenceConnection extends Connection<EvidenceView, EvidenceConnection.EvidenceEdge> {
    public EvidenceConnection(Slice<Evidence> slice, Function<Evidence, EvidenceView> view) {
        super(slice, view, EvidenceEdge::new);
    }

    @Type("EvidenceEdge")
    @Description("A piece of evidence in a page.")
    public static final class EvidenceEdge extends Edge<EvidenceView> {
        EvidenceEdge(String cursor, EvidenceView node) {
            super(cursor, node);
        }
    }
}
