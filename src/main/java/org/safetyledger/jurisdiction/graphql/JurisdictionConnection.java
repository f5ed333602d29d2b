package org.safetyledger.jurisdiction.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.jurisdiction.Division;

@Type("JurisdictionConnection")
@Description("A page of jurisdictions.")
public final class JurisdictionConnection
        extends Connection<JurisdictionView, JurisdictionConnection.JurisdictionEdge> {
    public JurisdictionConnection(Slice<Division> slice, Function<Division, JurisdictionView> view) {
        super(slice, view, JurisdictionEdge::new);
    }

    @Type("JurisdictionEdge")
    @Description("One of jurisdictions in a page.")
    public static final class JurisdictionEdge extends Edge<JurisdictionView> {
        JurisdictionEdge(String cursor, JurisdictionView node) {
            super(cursor, node);
        }
    }
}
