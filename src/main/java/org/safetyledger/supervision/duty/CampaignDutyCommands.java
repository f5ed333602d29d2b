package org.safetyledger.supervision.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with the duty on days of campaigns. */
@ApplicationScoped
class CampaignDutyCommands implements CommandSource {
    private static final int MOST = 100_000;

    private final CampaignDuties duties;

    CampaignDutyCommands(CampaignDuties duties) {
        this.duties = duties;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(set(), record());
    }

    private CommandType set() {
        InputType input = InputType.of("SetCampaignDutyInput", "Sets who is on duty.")
                .node("campaignId!", NodeType.CAMPAIGN, "A campaign of the caller's authority that was approved.")
                .day("day!", "A day of its window that has not gone by.")
                .node("leaderId!", NodeType.PERSON, "The leader on duty (带班领导).")
                .nodes("officerIds!", NodeType.PERSON, "The officers on duty (值班人员), 1 to 20.")
                .name("phone!", "Telephone of the duty office, up to {} characters.");
        return CommandType.of(
                CampaignDutyVerb.SET,
                "CampaignDuty",
                "Sets who is on duty on a day of a campaign, today or later; set again, it replaces what was set, until the day is recorded or"
                        + " has gone by.",
                "Who, and when.",
                input,
                form -> duties.set(
                        form.id("campaignId"),
                        form.day("day"),
                        form.id("leaderId"),
                        form.ids("officerIds"),
                        form.text("phone")));
    }

    private CommandType record() {
        InputType input = InputType.of("RecordCampaignDutyInput", "Records a day's duty.")
                .target(NodeType.CAMPAIGN_DUTY, "The day's duty.")
                .prose("summary!", "What happened, if only that nothing did, up to {} characters.")
                .figure("visits!", MOST, "Visits of the day, 0 to {}.")
                .figure("hazards!", MOST, "Hazards found, 0 to {}.")
                .figure("majorHazards!", MOST, "Of these, major ones, 0 to {}.")
                .figure("incidents!", MOST, "Accidents and emergencies reported, 0 to {}.");
        return CommandType.of(
                CampaignDutyVerb.RECORD,
                "CampaignDuty",
                "Records a day's duty (值班记录), on that day, or later, which is told as late; done by somebody who"
                        + " was on duty, after the day also by the campaign's authority. Figures may be zero and are given all the same"
                        + " (零报告).",
                "What happened.",
                input,
                form -> duties.record(
                        form.target(),
                        new CampaignDuty.Entry(
                                form.text("summary"),
                                form.count("visits"),
                                form.count("hazards"),
                                form.count("majorHazards"),
                                form.count("incidents"))));
    }
}
