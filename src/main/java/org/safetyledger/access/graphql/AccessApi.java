package org.safetyledger.access.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;

@GraphQLApi
public class AccessApi {
    private final Callers callers;

    AccessApi(Callers callers) {
        this.callers = callers;
    }

    @Query("viewer")
    @Requires(Permission.READ)
    @Description("Who is calling.")
    public ViewerView viewer() {
        return new ViewerView(callers.current());
    }
}
