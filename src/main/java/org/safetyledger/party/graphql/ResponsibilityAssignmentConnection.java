package org.safetyledger.party.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.party.ResponsibilityAssignment;

@Type("ResponsibilityAssignmentConnection")
@Description("A page of responsibility assignments.")
public final class ResponsibilityAssignmentConnection
        extends Connection<
                ResponsibilityAssignmentView, ResponsibilityAssignmentConnection.ResponsibilityAssignmentEdge> {
    public ResponsibilityAssignmentConnection(
            Slice<ResponsibilityAssignment> slice,
            Function<ResponsibilityAssignment, ResponsibilityAssignmentView> view) {
        super(slice, view, ResponsibilityAssignmentEdge::new);
    }

    @Type("ResponsibilityAssignmentEdge")
    @Description("One of responsibility assignments in a page.")
    public static final class ResponsibilityAssignmentEdge extends Edge<ResponsibilityAssignmentView> {
        ResponsibilityAssignmentEdge(String cursor, ResponsibilityAssignmentView node) {
            super(cursor, node);
        }
    }
}
