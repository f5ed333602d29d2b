package org.safetyledger.inspection.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.inspection.Inspection;

@Type("InspectionConnection")
@Description("A page of inspections.")
public final class InspectionConnection extends Connection<InspectionView, InspectionConnection.InspectionEdge> {
    public InspectionConnection(Slice<Inspection> slice, Function<Inspection, InspectionView> view) {
        super(slice, view, InspectionEdge::new);
    }

    @Type("InspectionEdge")
    @Description("One of inspections in a page.")
    public static final class InspectionEdge extends Edge<InspectionView> {
        InspectionEdge(String cursor, InspectionView node) {
            super(cursor, node);
        }
    }
}
