package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.CampaignPhase;
import org.safetyledger.inspection.CampaignPhaseDates;
import org.safetyledger.inspection.CampaignVerb;
import org.safetyledger.inspection.Campaigns;

/** What may be done with campaigns. */
@ApplicationScoped
class CampaignCommands implements CommandSource {
    private final Campaigns campaigns;

    CampaignCommands(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    private static final InputType PHASE = InputType.ofPart("CampaignPhaseInput", "When a phase is to be.")
            .choice("phase!", CampaignPhase.class, "The phase.")
            .day("startsOn!", "First day, behind the phase before.")
            .day("endsOn!", "Last day.");

    @Override
    public List<CommandType> commands() {
        return List.of(create(), approve(), enterPhase(), addTargets());
    }

    private CommandType create() {
        InputType input = InputType.of("CreateCampaignInput", "Drafts a campaign.")
                .name("title!", "Title, up to {} characters.")
                .choice("kind!", CampaignKind.class, "Kind.")
                .day("startsOn!", "First day.")
                .day("endsOn!", "Last day.")
                .codes(
                        "targetJurisdictions!",
                        "Division codes in the caller's own area, at least one; none that has retired by the first day.")
                .codes("industries", "Sections or divisions of GB/T 4754-2017; absent for every trade.")
                .parts(
                        "phases",
                        PHASE,
                        CampaignPhase.values().length,
                        "Its phases with their dates, in order, 1 to {}; absent where they are not fixed beforehand.");
        return new CommandType(
                "createCampaign",
                "Campaign",
                Permission.CREATE_CAMPAIGN,
                "Drafts a campaign with its window and targets. Its visits start only after its approval.",
                "The draft.",
                input,
                form -> campaigns.create(new Campaign.Draft(
                        NodeId.newUuid(),
                        form.text("title"),
                        form.choice("kind", CampaignKind.class),
                        form.day("startsOn"),
                        form.day("endsOn"),
                        form.codes("targetJurisdictions"),
                        form.codes("industries"),
                        form.parts("phases").stream()
                                .map(CampaignCommands::phase)
                                .toList())));
    }

    private static CampaignPhaseDates phase(Form form) {
        return new CampaignPhaseDates(
                form.choice("phase", CampaignPhase.class), form.day("startsOn"), form.day("endsOn"));
    }

    private CommandType approve() {
        InputType input = named("ApproveCampaignInput", "Approves a campaign.")
                .name("document!", "Number of the approval's document, up to {} characters.")
                .name(
                        "filing",
                        "Where the plan was filed, such as the judicial department and the number there, up to {} characters;"
                                + " absent when it was not.");
        return verb(
                CampaignVerb.APPROVE,
                "Approves a campaign: its targets are frozen, and its visits may start.",
                input,
                form -> campaigns.approve(form.target(), form.text("document"), form.textOrNull("filing")));
    }

    private CommandType enterPhase() {
        InputType input = named("EnterCampaignPhaseInput", "Enters a phase of a campaign.")
                .choice("phase!", CampaignPhase.class, "The phase, later than the present one.");
        return verb(
                CampaignVerb.ENTER_PHASE,
                "Enters the next phase of a campaign, on its first day or later; phases may be left out.",
                input,
                form -> campaigns.enterPhase(form.target(), form.choice("phase", CampaignPhase.class)));
    }

    private CommandType addTargets() {
        InputType input = named("AddCampaignTargetsInput", "Adds places to a campaign.")
                .codes("targetJurisdictions!", "Division codes in the caller's own area that it does not target yet.")
                .prose("reason!", "Why, up to {} characters; kept in its history.");
        return verb(
                CampaignVerb.ADD_TARGETS,
                "Adds places to the targets of an approved campaign.",
                input,
                form -> campaigns.addTargets(form.target(), form.codes("targetJurisdictions"), form.text("reason")));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.CAMPAIGN, "Campaign.");
    }

    private static CommandType verb(CampaignVerb verb, String said, InputType input, Function<Form, Campaign> work) {
        return CommandType.of(verb, "Campaign", said, "Which, and what.", input, work);
    }
}
