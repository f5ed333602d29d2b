package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with groups of campaigns. */
@ApplicationScoped
class CampaignGroupCommands implements CommandSource {
    private final CampaignGroups groups;

    CampaignGroupCommands(CampaignGroups groups) {
        this.groups = groups;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(form(), change(), end());
    }

    private CommandType form() {
        InputType input = withMembers(InputType.of("FormCampaignGroupInput", "Forms a group.")
                .newId(NodeType.CAMPAIGN_GROUP, "Id made by the client; absent to have one made.")
                .node(
                        "campaignId!",
                        NodeType.CAMPAIGN,
                        "An approved campaign of the caller's authority, a KEY_PERIOD or SPECIAL_GOVERNANCE.")
                .name("name!", "Name, such as that of its place, up to {} characters.")
                .codes("targetJurisdictions!", "Division codes of its places, each a target of the campaign or in one.")
                .day("startsOn!", "First day, one of the campaign's.")
                .day("endsOn!", "Last day, one of the campaign's and not gone by."));
        return new CommandType(
                "formCampaignGroup",
                "CampaignGroup",
                Permission.CREATE_CAMPAIGN,
                "Forms a group of officers of several authorities of the caller's area. From its first day to its last, and no longer than"
                        + " the campaign runs, its members see the campaign's visits at its places with their enterprises and hazards, and"
                        + " conduct those visits whose officers they are.",
                "Who, where and when.",
                input,
                form -> groups.form(form.id("campaignId"), plan(form), form.id("leaderId"), form.ids("memberIds")));
    }

    private static CampaignGroup.Plan plan(Form form) {
        return new CampaignGroup.Plan(
                form.newId(),
                form.text("name"),
                form.day("startsOn"),
                form.day("endsOn"),
                form.codes("targetJurisdictions"));
    }

    private CommandType change() {
        InputType input = withMembers(named("ChangeCampaignGroupMembersInput", "Changes who is in a group."))
                .prose("reason!", "Why, up to {} characters; kept in its history.");
        return CommandType.of(
                CampaignGroupVerb.CHANGE_MEMBERS,
                "CampaignGroup",
                "Names anew who is in a group: who is not named leaves it at once and sees nothing by it any more, who is new joins.",
                "Who is in it from now on.",
                input,
                form -> groups.change(form.target(), form.id("leaderId"), form.ids("memberIds"), form.text("reason")));
    }

    private CommandType end() {
        InputType input = named("EndCampaignGroupInput", "Ends a group.")
                .prose("reason!", "Why, up to {} characters; kept in its history.");
        return CommandType.of(
                CampaignGroupVerb.END,
                "CampaignGroup",
                "Ends a group before its last day: its members see nothing by it any more.",
                "Which, and why.",
                input,
                form -> groups.end(form.target(), form.text("reason")));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.CAMPAIGN_GROUP, "Group.");
    }

    private static InputType withMembers(InputType input) {
        return input.node("leaderId!", NodeType.PERSON, "Its leader (组长): an officer with an account.")
                .nodes("memberIds!", NodeType.PERSON, "Its other members, up to 49, each an officer with an account.");
    }
}
