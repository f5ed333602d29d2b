package org.safetyledger.inspection.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.Campaigns;
import org.safetyledger.read.Payload;

@GraphQLApi
public class CampaignApi {
    private final Campaigns campaigns;
    private final Commands commands;

    CampaignApi(Campaigns campaigns, Commands commands) {
        this.campaigns = campaigns;
        this.commands = commands;
    }

    @Mutation("createCampaign")
    @Requires(Permission.CREATE_CAMPAIGN)
    @NonNull
    @Description("Drafts a campaign with its window and targets.")
    public Payload createCampaign(@NonNull @Description("The draft.") CreateCampaignInput input) {
        return commands.run(
                input,
                () -> campaigns.create(new Campaign.Draft(
                        NodeId.newUuid(),
                        Texts.required(input.title(), Texts.NAME, "title"),
                        input.kind(),
                        Times.day(input.startsOn(), "startsOn"),
                        Times.day(input.endsOn(), "endsOn"),
                        codes(input.targetJurisdictions(), "targetJurisdictions"),
                        input.industries() == null ? List.of() : codes(input.industries(), "industries"))));
    }

    private static List<String> codes(List<? extends @Nullable String> codes, String field) {
        return codes.stream().map(code -> Texts.code(code, field)).distinct().toList();
    }
}
