package org.safetyledger.party.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.party.Enterprise;

@Type("EnterpriseConnection")
@Description("A page of enterprises.")
public final class EnterpriseConnection extends Connection<EnterpriseView, EnterpriseConnection.EnterpriseEdge> {
    public EnterpriseConnection(Slice<Enterprise> slice, Function<Enterprise, EnterpriseView> view) {
        super(slice, view, EnterpriseEdge::new);
    }

    @Type("EnterpriseEdge")
    @Description("One of enterprises in a page.")
    public static final class EnterpriseEdge extends Edge<EnterpriseView> {
        EnterpriseEdge(String cursor, EnterpriseView node) {
            super(cursor, node);
        }
    }
}
