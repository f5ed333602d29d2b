package org.safetyledger.inspection.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.inspection.Campaign;

@Type("CampaignConnection")
@Description("A page of campaigns.")
public final class CampaignConnection extends Connection<CampaignView, CampaignConnection.CampaignEdge> {
    public CampaignConnection(Slice<Campaign> slice, Function<Campaign, CampaignView> view) {
        super(slice, view, CampaignEdge::new);
    }

    @Type("CampaignEdge")
    @Description("One of campaigns in a page.")
    public static final class CampaignEdge extends Edge<CampaignView> {
        CampaignEdge(String cursor, CampaignView node) {
            super(cursor, node);
        }
    }
}
