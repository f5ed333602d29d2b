package org.safetyledger.hazard.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.hazard.Hazard;

@Type("HazardConnection")
@Description("A page of hazards.")
public final class HazardConnection extends Connection<HazardView, HazardConnection.HazardEdge> {
    public HazardConnection(Slice<Hazard> slice, Function<Hazard, HazardView> view) {
        super(slice, view, HazardEdge::new);
    }

    @Type("HazardEdge")
    @Description("One of hazards in a page.")
    public static final class HazardEdge extends Edge<HazardView> {
        HazardEdge(String cursor, HazardView node) {
            super(cursor, node);
        }
    }
}
