package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The city's campaign in a county, with groups of which an officer of another county leads each. */
record GroupScene(Desk desk, Demonstration.County county, Demonstration.County other) {
    private static final String OFFICE = "city-officer";

    /** One group is under way with a visit before it, one is to begin, and one was ended. */
    void tell() {
        String campaign = officer("")
                .does(
                        "createCampaign",
                        "CreateCampaignInput",
                        "campaign",
                        Map.of(
                                "title", "跨县区交叉执法检查（" + county.name() + "）",
                                "kind", "SPECIAL_GOVERNANCE",
                                "startsOn", Demonstration.dayIn(0).toString(),
                                "endsOn", Demonstration.dayIn(60).toString(),
                                "targetJurisdictions", List.of(county.code())));
        new Actor(desk, "city-leader", told(""))
                .does(
                        "approveCampaign",
                        "ApproveCampaignInput",
                        "campaign",
                        Map.of("id", campaign, "document", "汴安委〔2026〕18号"));
        form(campaign, "第一检查组", 0, 14);
        form(campaign, "第二检查组", 15, 30);
        String third = form(campaign, "第三检查组", 0, 7);
        officer("third")
                .does(
                        "endCampaignGroup",
                        "EndCampaignGroupInput",
                        "campaignGroup",
                        Map.of("id", third, "reason", "任务已并入第一检查组"));
        visit(campaign);
    }

    private String form(String campaign, String name, int first, int last) {
        return officer(name)
                .does(
                        "formCampaignGroup",
                        "FormCampaignGroupInput",
                        "campaignGroup",
                        Map.of(
                                "campaignId", campaign,
                                "name", name,
                                "targetJurisdictions", List.of(county.code()),
                                "startsOn", Demonstration.dayIn(first).toString(),
                                "endsOn", Demonstration.dayIn(last).toString(),
                                "leaderId", new Roster(desk, other).officer(),
                                "memberIds", List.of(new Roster(desk, county).officer())));
    }

    private void visit(String campaign) {
        officer("visit")
                .onInspection(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind",
                                "ENFORCEMENT",
                                "checkKind",
                                "SPECIAL",
                                "source",
                                "EMERGENCY",
                                "campaignId",
                                campaign,
                                "enterpriseId",
                                enterprise(),
                                "checklistId",
                                checklist(),
                                "plannedOn",
                                Demonstration.dayIn(0).toString(),
                                "officerIds",
                                List.of(new Roster(desk, other).officer(), new Roster(desk, county).officer())));
    }

    private String enterprise() {
        return ask(
                        "query($of: String) { enterprises(first: 1, filter: {jurisdiction: $of}) { nodes { id } } }",
                        county.code())
                .at("/data/enterprises/nodes/0/id")
                .asText();
    }

    private String checklist() {
        return ask(
                        "query($of: Date) { checklists(sector: \"GAS\", validOn: $of) { nodes { id } } }",
                        Demonstration.dayIn(0).toString())
                .at("/data/checklists/nodes/0/id")
                .asText();
    }

    private JsonNode ask(String document, String of) {
        return desk.ask(OFFICE, document, Map.of("of", of));
    }

    private Actor officer(String part) {
        return new Actor(desk, OFFICE, told(part));
    }

    private String told(String part) {
        return county.name() + " group " + part;
    }
}
