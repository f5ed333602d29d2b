package org.safetyledger.access.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;

@GraphQLApi
public class AccessApi implements BoundSource {
    private final Callers callers;

    AccessApi(Callers callers) {
        this.callers = callers;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.root("viewer", 1));
    }

    @Query("viewer")
    @Requires(Permission.READ)
    @Description("Who is calling.")
    public ViewerView viewer() {
        return new ViewerView(callers.current());
    }
}
