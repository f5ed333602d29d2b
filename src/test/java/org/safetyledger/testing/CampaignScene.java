package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.graphql.Times;

/** Campaigns of an authority that begin today, each new and in the state that is asked for. */
public record CampaignScene(TestCaller officer, TestCaller leader, List<String> targets) {
    public static final CampaignScene LANKAO =
            new CampaignScene(TestCaller.OFFICER_LANKAO, TestCaller.COUNTY_LEADER_LANKAO, List.of("410225000000"));

    private static final Loop LOOP = new Loop();

    public Map<String, Object> draft() {
        LocalDate today = LocalDate.now(Times.ZONE);
        return new HashMap<>(Map.of(
                "title",
                "专项督导 " + UUID.randomUUID(),
                "kind",
                "KEY_PERIOD",
                "startsOn",
                today.toString(),
                "endsOn",
                today.plusDays(30).toString(),
                "targetJurisdictions",
                targets));
    }

    public static Map<String, Object> phase(String phase, int first, int last) {
        LocalDate today = LocalDate.now(Times.ZONE);
        return Map.of(
                "phase",
                phase,
                "startsOn",
                today.plusDays(first).toString(),
                "endsOn",
                today.plusDays(last).toString());
    }

    public String drafted() {
        return drafted(draft());
    }

    public String drafted(Map<String, Object> input) {
        return LedgerClient.as(officer)
                .mutate("createCampaign", "CreateCampaignInput", input, "campaign { id }")
                .accepted()
                .text("campaign.id");
    }

    public String approved() {
        return approved(draft());
    }

    public String approved(Map<String, Object> input) {
        String campaign = drafted(input);
        run(leader, "approveCampaign", "ApproveCampaignInput", approval(campaign));
        return campaign;
    }

    public static Map<String, Object> approval(String campaign) {
        return Map.of("id", campaign, "document", "兰政办〔2026〕12号");
    }

    public String inSummary() {
        String campaign = approved();
        run(officer, "enterCampaignPhase", "EnterCampaignPhaseInput", Map.of("id", campaign, "phase", "SUMMARY"));
        return campaign;
    }

    /** An enforcement visit of the campaign to the demo enterprise of Lankao, today. */
    public String visit(String campaign) {
        return planned(campaign, LocalDate.now(Times.ZONE)).accepted().text("inspection.id");
    }

    public LedgerClient.Payload planned(String campaign, LocalDate day) {
        String checklist = LedgerClient.as(officer)
                .query(
                        "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", day.toString()))
                .getString("data.checklists.nodes[0].id");
        return LedgerClient.as(officer)
                .mutate(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind",
                                "ENFORCEMENT",
                                "checkKind",
                                "SPECIAL",
                                "source",
                                "EMERGENCY",
                                "enterpriseId",
                                LOOP.enterpriseId(officer, TestCaller.LANKAO_ENTERPRISE),
                                "campaignId",
                                campaign,
                                "checklistId",
                                checklist,
                                "plannedOn",
                                day.toString(),
                                "officerIds",
                                LOOP.officers(officer)),
                        "inspection { id }");
    }

    private static void run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        LedgerClient.as(caller).mutate(mutation, input, values, "__typename").accepted();
    }
}
