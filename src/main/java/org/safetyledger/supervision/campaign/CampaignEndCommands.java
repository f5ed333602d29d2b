package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignVerb;
import org.safetyledger.inspection.Campaigns;

/** The end of a campaign, which its hazards have a say in. */
@ApplicationScoped
class CampaignEndCommands implements CommandSource {
    private final Campaigns campaigns;
    private final CampaignFigures figures;
    private final CampaignGroups groups;

    CampaignEndCommands(Campaigns campaigns, CampaignFigures figures, CampaignGroups groups) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.groups = groups;
    }

    @Override
    public List<CommandType> commands() {
        InputType input = InputType.of("ArchiveCampaignInput", "Archives a campaign.")
                .target(NodeType.CAMPAIGN, "Campaign.")
                .prose(
                        "handover",
                        "To whom its open hazards and problems of authorities were handed over, up to {} characters; needed while"
                                + " there are some.");
        return List.of(CommandType.of(
                CampaignVerb.ARCHIVE,
                "Campaign",
                "Archives an approved campaign whose visits have ended and whose days of duty were recorded; its groups end with it, and"
                        + " nothing of it changes any more.",
                "Which, and what.",
                input,
                this::archive));
    }

    private Campaign archive(Form form) {
        Campaign campaign =
                campaigns.archive(form.target(), running -> figures.open(running.id()), form.textOrNull("handover"));
        groups.endWith(campaign);
        return campaign;
    }
}
