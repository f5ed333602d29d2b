package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How groups of campaigns are read. */
@ApplicationScoped
class CampaignGroupReading implements ReadSource {
    private static final String RUNS = "coalesce((select c.status not in ('DRAFT', 'ARCHIVED') from campaign c"
            + " where c.id = $.campaign_id), false)";

    private static final String LIVE = "($.status = 'FORMED' and ledger_today() between $.starts_on and $.ends_on)";

    private static final String FACTS = "jsonb_build_object('status', $.status, 'divisionCode', $.division_code,"
            + " 'campaignRuns', " + RUNS + ", 'over', $.ends_on < ledger_today())";

    private final AvailableActions actions;

    CampaignGroupReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(group(), member());
    }

    private ReadType group() {
        return ReadType.of(
                        "CampaignGroup",
                        "campaign_group",
                        "Officers of several authorities who go to places of a campaign together (联合检查组). Seen by the campaign's"
                                + " authority, by the authorities of those places, and by its members while its days last; by no system.")
                .node(NodeType.CAMPAIGN_GROUP)
                .text("name!", "Name.")
                .choice("status!", CampaignGroup.Status.class, "State.")
                .truth("live!", LIVE, "Whether its members see by it today.")
                .day("startsOn!", "First day.")
                .day("endsOn!", "Last day.")
                .texts("targetJurisdictions!", "target_divisions", "Division codes of its places.")
                .labels(
                        "targetJurisdictionLabels",
                        "Jurisdiction",
                        "target_divisions",
                        200,
                        "What its `targetJurisdictions` stand for, by code.")
                .text("formedBy!", "Name of who formed it.")
                .time("formedAt!", "When it was formed.")
                .text("endedBy", "Name of who ended it, or archived its campaign.")
                .time("endedAt", "When it ended before its last day.")
                .text("endReason", "Why it ended; CAMPAIGN_ARCHIVED with its campaign.")
                .members(
                        "members!",
                        "CampaignGroupMember",
                        "group_id",
                        "id",
                        200,
                        List.of("joined_at", "id"),
                        "Its memberships, ended ones included, in their order.")
                .reference("campaign!", "Campaign", "campaign_id", "The campaign.")
                .availableActions(actions.of(CampaignGroupVerb.values(), CampaignGroupVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .list(ReadList.of(
                                "campaignGroups", Permission.READ_CAMPAIGNS, "Groups of campaigns, latest start first.")
                        .descending("STARTS_ON", "Latest start first.", "starts_on date", "id uuid")
                        .filter(
                                "groups",
                                Filter.node("campaignId", NodeType.CAMPAIGN, "campaign_id", "Campaign."),
                                Filter.choice("status", CampaignGroup.Status.class, "status", "State."),
                                Filter.truth(
                                        "live",
                                        LIVE.replace("$.", "t."),
                                        "Whose members see by it today, or only the others.")))
                .below("Campaign", "groups", "campaign_id", "Its groups that the caller may see.")
                .payload("CampaignGroupPayload", "campaignGroup", "The group, or why the command was refused.");
    }

    private static ReadType member() {
        return ReadType.of(
                        "CampaignGroupMember",
                        "campaign_group_member",
                        "Somebody in a group, with the post of the day on which he joined.")
                .text("name!", "Name.")
                .text("title!", "Title of the post.")
                .truth("leads!", "$.leads", "Whether the leader (组长).")
                .time("joinedAt!", "When he joined, or began to lead or to follow.")
                .time("leftAt", "When that ended; null while the group lasts with him.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "The jurisdiction of the post.")
                .reference(
                        "department",
                        "Department",
                        "department_code",
                        "code",
                        "The department of the post; null for one of a government.");
    }
}
