package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.Campaigns;

/** What may be done with campaigns. */
@ApplicationScoped
class CampaignCommands implements CommandSource {
    private final Campaigns campaigns;

    CampaignCommands(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<CommandType> commands() {
        InputType input = InputType.of("CreateCampaignInput", "Drafts a campaign.")
                .name("title!", "Title, up to {} characters.")
                .choice("kind!", CampaignKind.class, "Kind.")
                .day("startsOn!", "First day.")
                .day("endsOn!", "Last day.")
                .codes(
                        "targetJurisdictions!",
                        "Division codes in the caller's own area, at least one; none that has retired by the first day.")
                .codes("industries", "Sections or divisions of GB/T 4754-2017; absent for every trade.");
        return List.of(new CommandType(
                "createCampaign",
                "Campaign",
                Permission.CREATE_CAMPAIGN,
                "Drafts a campaign with its window and targets.",
                "The draft.",
                input,
                form -> campaigns.create(new Campaign.Draft(
                        NodeId.newUuid(),
                        form.text("title"),
                        form.choice("kind", CampaignKind.class),
                        form.day("startsOn"),
                        form.day("endsOn"),
                        form.codes("targetJurisdictions"),
                        form.codes("industries")))));
    }
}
