package org.safetyledger.supervision.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the duty on days of campaigns is read. */
@ApplicationScoped
class CampaignDutyReading implements ReadSource {
    private static final String FACTS = "jsonb_build_object('status', $.status, 'divisionCode', $.division_code,"
            + " 'dutySubjects', $.duty_subjects, 'campaignRuns', coalesce((select c.status not in ('DRAFT', 'ARCHIVED')"
            + " from campaign c where c.id = $.campaign_id), false), 'begun', $.day <= ledger_today(), 'over', $.day < ledger_today())";

    private static final String MISSING =
            "($.day < ledger_today() and ledger_duty_kept($.recorded_at, $.day) is not true)";

    private final AvailableActions actions;

    CampaignDutyReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "CampaignDuty",
                        "campaign_duty",
                        "Duty on one day of a campaign (值班值守). Seen by whoever sees the campaign, but for systems.")
                .node(NodeType.CAMPAIGN_DUTY)
                .day("day!", "The day.")
                .choice("status!", CampaignDuty.Status.class, "State.")
                .truth(
                        "missing!",
                        MISSING,
                        "Whether the day has gone by and was not recorded on it; recorded later, it stays missing.")
                .truth(
                        "late!",
                        "coalesce(not ledger_duty_kept($.recorded_at, $.day), false)",
                        "Whether it was recorded after the day.")
                .text("leader!", "Name of the leader on duty.")
                .texts("officers!", "officers", "Names of the officers on duty.")
                .text("phone!", "Telephone of the duty office.")
                .text("setBy!", "Name of who set it last.")
                .time("setAt!", "When it was set last.")
                .text("summary", "What happened; null until it is recorded.")
                .integer("visits", "Visits of the day; null until it is recorded.")
                .integer("hazards", "Hazards found; null until it is recorded.")
                .integer("majorHazards", "Of these, major ones; null until it is recorded.")
                .integer("incidents", "Accidents and emergencies reported; null until it is recorded.")
                .text("recordedBy", "Name of who recorded it.")
                .time("recordedAt", "When it was recorded.")
                .reference("campaign!", "Campaign", "campaign_id", "The campaign.")
                .availableActions(actions.of(CampaignDutyVerb.values(), CampaignDutyVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .list(ReadList.of(
                                "campaignDuties",
                                Permission.READ_CAMPAIGNS,
                                "Days of campaigns for which somebody is on duty, latest first.")
                        .descending("DAY", "Latest first.", "day date", "id uuid")
                        .filter(
                                "days of duty",
                                Filter.node("campaignId", NodeType.CAMPAIGN, "campaign_id", "Campaign."),
                                Filter.choice("status", CampaignDuty.Status.class, "status", "State."),
                                Filter.truth(
                                        "missing",
                                        MISSING.replace("$.", "t."),
                                        "Days that have gone by and were not recorded on the day itself."),
                                Filter.day("from", "t.day >=", "On this day or later."),
                                Filter.day("to", "t.day <=", "On this day or earlier.")))
                .below("Campaign", "duties", "campaign_id", "Its days of duty.")
                .payload("CampaignDutyPayload", "campaignDuty", "The day's duty, or why the command was refused."));
    }
}
