package org.safetyledger.inspection.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.inspection.Checklist;

@Type("ChecklistConnection")
@Description("A page of checklists.")
public final class ChecklistConnection extends Connection<ChecklistView, ChecklistConnection.ChecklistEdge> {
    public ChecklistConnection(Slice<Checklist> slice, Function<Checklist, ChecklistView> view) {
        super(slice, view, ChecklistEdge::new);
    }

    @Type("ChecklistEdge")
    @Description("One of checklists in a page.")
    public static final class ChecklistEdge extends Edge<ChecklistView> {
        ChecklistEdge(String cursor, ChecklistView node) {
            super(cursor, node);
        }
    }
}
