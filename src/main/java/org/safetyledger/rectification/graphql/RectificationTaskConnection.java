package org.safetyledger.rectification.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.rectification.RectificationTask;

@Type("RectificationTaskConnection")
@Description("A page of rectification tasks.")
public final class RectificationTaskConnection
        extends Connection<RectificationTaskView, RectificationTaskConnection.RectificationTaskEdge> {
    public RectificationTaskConnection(
            Slice<RectificationTask> slice, Function<RectificationTask, RectificationTaskView> view) {
        super(slice, view, RectificationTaskEdge::new);
    }

    @Type("RectificationTaskEdge")
    @Description("One of rectification tasks in a page.")
    public static final class RectificationTaskEdge extends Edge<RectificationTaskView> {
        RectificationTaskEdge(String cursor, RectificationTaskView node) {
            super(cursor, node);
        }
    }
}
