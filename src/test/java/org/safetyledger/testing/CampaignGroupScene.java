package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/**
 * Groups of a campaign that go to Lankao from today on, each new.
 *
 * @param leader name of who leads it
 * @param member name of who is in it, too
 */
public record CampaignGroupScene(TestCaller office, String leader, String member) {
    /** Of Lankao's own officers. */
    public static final CampaignGroupScene LANKAO = new CampaignGroupScene(TestCaller.OFFICER_LANKAO, "常森思", "冯强林");

    /** Of the city's office: led by an officer of Qixian, with one of Lankao. */
    public static final CampaignGroupScene ACROSS = new CampaignGroupScene(TestCaller.CITY_OFFICER, "姜文海", "常森思");

    /** Who leads the group across counties; at home in Qixian, and of no other scene. */
    public static final TestCaller FROM_QIXIAN =
            TestCaller.authority("county-officer-qixian-2", "county-officer", "410221000000");

    public static final CampaignScene CITY =
            new CampaignScene(TestCaller.CITY_OFFICER, TestCaller.CITY_LEADER, List.of("410225000000"));

    private static final Loop LOOP = new Loop();

    public Map<String, Object> plan(String campaign) {
        LocalDate today = LocalDate.now(Times.ZONE);
        return new HashMap<>(Map.of(
                "campaignId",
                campaign,
                "name",
                "第一检查组",
                "targetJurisdictions",
                List.of("410225000000"),
                "startsOn",
                today.toString(),
                "endsOn",
                today.plusDays(7).toString(),
                "leaderId",
                SupervisionScene.person(leader),
                "memberIds",
                List.of(SupervisionScene.person(member))));
    }

    public Payload form(Map<String, ?> plan) {
        return LedgerClient.as(office)
                .mutate("formCampaignGroup", "FormCampaignGroupInput", plan, "campaignGroup { id version live }");
    }

    public String formed(String campaign) {
        return form(plan(campaign)).accepted().text("campaignGroup.id");
    }

    /** Who was the member leads, and who led is in it no more. */
    public Map<String, Object> changed(String group) {
        return Map.of(
                "id", group, "leaderId", SupervisionScene.person(member), "memberIds", List.of(), "reason", "工作调整");
    }

    public Payload change(Map<String, ?> change) {
        return LedgerClient.as(office)
                .mutate(
                        "changeCampaignGroupMembers",
                        "ChangeCampaignGroupMembersInput",
                        change,
                        "campaignGroup { id version }");
    }

    public Payload end(String group) {
        return LedgerClient.as(office)
                .mutate(
                        "endCampaignGroup",
                        "EndCampaignGroupInput",
                        Map.of("id", group, "reason", "检查完毕"),
                        "campaignGroup { id status }");
    }

    /** A visit of a campaign of the city, or of none, to the demo enterprise of Lankao by officers of both counties. */
    public static String visit(Map<String, ?> more) {
        return planned(more).accepted().text("inspection.id");
    }

    public static Payload planned(Map<String, ?> more) {
        LocalDate today = LocalDate.now(Times.ZONE);
        Map<String, Object> plan = new HashMap<>(Map.of(
                "kind",
                "ENFORCEMENT",
                "checkKind",
                "SPECIAL",
                "source",
                "EMERGENCY",
                "enterpriseId",
                LOOP.enterpriseId(TestCaller.CITY_OFFICER, TestCaller.LANKAO_ENTERPRISE),
                "checklistId",
                LedgerClient.as(TestCaller.CITY_OFFICER)
                        .query(
                                "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                                Map.of("day", today.toString()))
                        .getString("data.checklists.nodes[0].id"),
                "plannedOn",
                today.toString(),
                "officerIds",
                List.of(SupervisionScene.person("姜文海"), SupervisionScene.person("常森思"))));
        plan.putAll(more);
        return LedgerClient.as(TestCaller.CITY_OFFICER)
                .mutate("planInspection", "PlanInspectionInput", plan, "inspection { id }");
    }
}
