package org.safetyledger.inspection.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.CampaignRepository;
import org.safetyledger.inspection.CampaignStatus;
import org.safetyledger.inspection.Campaigns;

@GraphQLApi
public class CampaignApi {
    private final CampaignRepository repository;
    private final Campaigns campaigns;
    private final Commands commands;

    CampaignApi(CampaignRepository repository, Campaigns campaigns, Commands commands) {
        this.repository = repository;
        this.campaigns = campaigns;
        this.commands = commands;
    }

    @Query("campaigns")
    @Requires(Permission.READ_CAMPAIGNS)
    @NonNull
    @Description("Campaigns of the caller's area and those that target it, latest start first.")
    public CampaignConnection campaigns(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Kind.") @Nullable CampaignKind kind,
            @Description("State.") @Nullable CampaignStatus status) {
        return new CampaignConnection(repository.page(kind, status, PageRequest.of(first, after)), CampaignView::new);
    }

    @Mutation("createCampaign")
    @Requires(Permission.CREATE_CAMPAIGN)
    @NonNull
    @Description("Drafts a campaign with its window and targets.")
    public CampaignPayload createCampaign(@NonNull @Description("The draft.") CreateCampaignInput input) {
        return commands.run(
                "createCampaign",
                input,
                () -> campaigns.create(new Campaign.Draft(
                        NodeId.newUuid(),
                        Texts.required(input.title(), Texts.NAME, "title"),
                        input.kind(),
                        Times.day(input.startsOn(), "startsOn"),
                        Times.day(input.endsOn(), "endsOn"),
                        codes(input.targetJurisdictions(), "targetJurisdictions"),
                        input.industries() == null ? List.of() : codes(input.industries(), "industries"))),
                campaigns::get,
                (campaign, errors) ->
                        new CampaignPayload(campaign == null ? null : new CampaignView(campaign), errors));
    }

    private static List<String> codes(List<? extends @Nullable String> codes, String field) {
        return codes.stream().map(code -> Texts.code(code, field)).distinct().toList();
    }
}
