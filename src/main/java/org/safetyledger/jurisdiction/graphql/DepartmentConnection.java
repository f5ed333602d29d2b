package org.safetyledger.jurisdiction.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.jurisdiction.Department;

@Type("DepartmentConnection")
@Description("A page of departments.")
public final class DepartmentConnection extends Connection<DepartmentView, DepartmentConnection.DepartmentEdge> {
    public DepartmentConnection(Slice<Department> slice, Function<Department, DepartmentView> view) {
        super(slice, view, DepartmentEdge::new);
    }

    @Type("DepartmentEdge")
    @Description("One of departments in a page.")
    public static final class DepartmentEdge extends Edge<DepartmentView> {
        DepartmentEdge(String cursor, DepartmentView node) {
            super(cursor, node);
        }
    }
}
