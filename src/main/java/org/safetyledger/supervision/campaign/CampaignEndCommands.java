package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.CampaignVerb;
import org.safetyledger.inspection.Campaigns;

/** The end of a campaign, which its hazards have a say in. */
@ApplicationScoped
class CampaignEndCommands implements CommandSource {
    private final Campaigns campaigns;
    private final CampaignFigures figures;

    CampaignEndCommands(Campaigns campaigns, CampaignFigures figures) {
        this.campaigns = campaigns;
        this.figures = figures;
    }

    @Override
    public List<CommandType> commands() {
        InputType input = InputType.of("ArchiveCampaignInput", "Archives a campaign.")
                .target(NodeType.CAMPAIGN, "Campaign.")
                .prose(
                        "handover",
                        "To whom its open hazards were handed over, up to {} characters; needed while there are some.");
        return List.of(CommandType.of(
                CampaignVerb.ARCHIVE,
                "Campaign",
                "Archives an approved campaign whose visits have ended; nothing of it changes any more.",
                "Which, and what.",
                input,
                form -> campaigns.archive(
                        form.target(), campaign -> figures.open(campaign.id()), form.textOrNull("handover"))));
    }
}
