package org.safetyledger.supervision.campaign;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** How far campaigns are. */
@GraphQLApi
public class CampaignProgressApi implements BoundSource {
    private final CampaignFigures figures;

    CampaignProgressApi(CampaignFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.root("campaignProgress", 200));
    }

    @Query("campaignProgress")
    @Requires(Permission.READ_CAMPAIGNS)
    @Description(
            "How far a campaign is; null when it does not exist or is out of scope. Its figures are those of `inspections` with"
                    + " this campaign, but for cancelled ones, and of their hazards; of `supervisionVisits`; and of `campaignDuties`,"
                    + " whose recorded days are the kept and the late ones.")
    public @Nullable CampaignProgress campaignProgress(@NonNull @Id @Description("Campaign.") String id) {
        return figures.progress(NodeId.require(NodeType.CAMPAIGN, id, "id"));
    }
}
