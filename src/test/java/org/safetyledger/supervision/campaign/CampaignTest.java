package org.safetyledger.supervision.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** A campaign, from its draft to the archive. */
@LedgerTest
class CampaignTest {
    private static final String CAMPAIGN = """
            query($id: ID!) { campaign(id: $id) { status approvedBy approvalDocument filing handover targetJurisdictions
              phases { phase startsOn endsOn } availableActions { action allowed code } } }""";

    private final CampaignScene scene = CampaignScene.LANKAO;

    @Test
    void noVisitStartsBeforeALeaderOfTheSameOrAHigherLevelHasApproved() {
        // Given
        String campaign = scene.drafted();
        String visit = scene.visit(campaign);

        // When
        Payload early = start(visit);
        Payload ofAnotherCounty = approve(COUNTY_LEADER_QIXIAN, campaign);
        approve(CITY_LEADER, campaign).accepted();
        Payload twice = approve(COUNTY_LEADER_LANKAO, campaign);
        start(visit).accepted();

        // Then
        JsonPath approved = read(OFFICER_LANKAO, campaign);
        assertEquals(List.of("CAMPAIGN_NOT_APPROVED"), early.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), ofAnotherCounty.errorCodes());
        assertEquals(List.of("WRONG_STATE"), twice.userErrorCodes());
        assertEquals("APPROVED", approved.getString("data.campaign.status"));
        assertEquals("city-leader", approved.getString("data.campaign.approvedBy"));
        assertEquals("兰政办〔2026〕12号", approved.getString("data.campaign.approvalDocument"));
        assertNull(approved.get("data.campaign.filing"));
        assertEquals(List.of("CREATED", "APPROVED"), history(OFFICER_LANKAO, campaign));
    }

    @Test
    void whoeverIsTargetedByTheCitysCampaignIsToldThatItsActionsAreTheCitys() {
        // Given
        CampaignScene city = new CampaignScene(CITY_OFFICER, CITY_LEADER, List.of("410225000000"));
        String campaign = city.drafted();

        // When
        Payload ofTarget = approve(COUNTY_LEADER_LANKAO, campaign);

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), ofTarget.userErrorCodes());
        assertEquals(
                "NOT_THE_AUTHORITY",
                read(COUNTY_LEADER_LANKAO, campaign)
                        .getString("data.campaign.availableActions.find { it.action == 'approveCampaign' }.code"));
    }

    @Test
    void phasesAreEnteredInTheirOrderAndNotBeforeTheirDates() {
        // Given
        Map<String, Object> draft = scene.draft();
        draft.put(
                "phases", List.of(CampaignScene.phase("SELF_CHECK", 0, 9), CampaignScene.phase("ENFORCEMENT", 10, 30)));
        String campaign = scene.approved(draft);

        // Then
        assertEquals(List.of("PHASE_NOT_NEXT"), enter(campaign, "MOBILISATION").userErrorCodes());
        assertEquals(List.of("PHASE_NOT_DUE"), enter(campaign, "ENFORCEMENT").userErrorCodes());

        // When
        enter(campaign, "SELF_CHECK").accepted();

        // Then
        assertEquals(List.of("PHASE_NOT_NEXT"), enter(campaign, "SELF_CHECK").userErrorCodes());
        JsonPath entered = read(OFFICER_LANKAO, campaign);
        assertEquals("SELF_CHECK", entered.getString("data.campaign.status"));
        assertEquals(List.of("SELF_CHECK", "ENFORCEMENT"), entered.getList("data.campaign.phases.phase"));
    }

    @Test
    void phasesThatDoNotFitAreToldBeforeTheDraftIsKept() {
        assertEquals(
                "PHASES_OUT_OF_ORDER phases.1",
                refusal(List.of(CampaignScene.phase("ENFORCEMENT", 0, 9), CampaignScene.phase("SELF_CHECK", 10, 12))));
        assertEquals(
                "PHASES_OUT_OF_ORDER phases.1",
                refusal(List.of(CampaignScene.phase("SELF_CHECK", 0, 9), CampaignScene.phase("ENFORCEMENT", 9, 12))));
        assertEquals("OUTSIDE_CAMPAIGN_WINDOW phases.0", refusal(List.of(CampaignScene.phase("ENFORCEMENT", 0, 31))));
        assertEquals("END_BEFORE_START phases.0.endsOn", refusal(List.of(CampaignScene.phase("ENFORCEMENT", 2, 1))));
    }

    @Test
    void placesThatAreAddedAfterTheApprovalAreToldApart() {
        // Given
        CampaignScene city = new CampaignScene(CITY_OFFICER, CITY_LEADER, List.of("410225000000"));
        String campaign = city.approved();
        JsonPath before = read(OFFICER_QIXIAN, campaign);
        Map<String, Object> added =
                Map.of("id", campaign, "targetJurisdictions", List.of("410221000000"), "reason", "杞县发生同类事故");

        // When
        run(CITY_OFFICER, "addCampaignTargets", "AddCampaignTargetsInput", added)
                .accepted();
        Payload again = run(CITY_OFFICER, "addCampaignTargets", "AddCampaignTargetsInput", added);

        // Then
        assertNull(before.get("data.campaign"));
        assertEquals(
                List.of("410225000000", "410221000000"),
                read(OFFICER_QIXIAN, campaign).getList("data.campaign.targetJurisdictions"));
        assertEquals(List.of("TARGETED_ALREADY"), again.userErrorCodes());
        assertEquals(List.of("CREATED", "APPROVED", "TARGETS_ADDED"), history(OFFICER_QIXIAN, campaign));
    }

    @Test
    void progressIsWhatTheListsShow() {
        // Given
        String campaign = scene.approved();
        String started = scene.visit(campaign);
        String cancelled = scene.visit(campaign);
        scene.visit(campaign);
        start(started).accepted();
        run(OFFICER_LANKAO, "cancelInspection", "EndInspectionInput", Map.of("id", cancelled, "reason", "重复"))
                .accepted();
        hazard(started);
        hazard(started);

        // When
        JsonPath told = progress(OFFICER_LANKAO, campaign);
        JsonPath shown = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { campaign(id: $id) { inspections { nodes { status startedAt hazards { totalCount } } } } }",
                        Map.of("id", campaign));

        // Then
        List<String> states = shown.getList("data.campaign.inspections.nodes.status");
        List<Integer> hazards = shown.getList("data.campaign.inspections.nodes.hazards.totalCount");
        assertEquals(3, states.size());
        assertEquals(
                Map.of(
                        "visits",
                                states.stream()
                                        .filter(state -> !state.equals("CANCELLED"))
                                        .toList()
                                        .size(),
                        "started", 1,
                        "completed", 0,
                        "enterprises", 1,
                        "hazards", hazards.stream().mapToInt(Integer::intValue).sum(),
                        "openHazards", 2,
                        "overdueHazards", 0,
                        "majorHazards", 0),
                told.getMap("data.campaignProgress"));
        assertNull(progress(OFFICER_QIXIAN, campaign).get("data.campaignProgress"));
    }

    @Test
    void campaignIsArchivedWhenWhatIsOpenWasHandedOver() throws SQLException {
        // Given
        String campaign = scene.approved();
        String visit = scene.visit(campaign);
        start(visit).accepted();
        hazard(visit);
        Payload running = archive(Map.of("id", campaign));
        run(OFFICER_LANKAO, "abortInspection", "EndInspectionInput", Map.of("id", visit, "reason", "企业停电"))
                .accepted();

        // When
        Payload open = archive(Map.of("id", campaign));
        archive(Map.of("id", campaign, "handover", "县应急管理局继续跟踪")).accepted();

        // Then
        assertEquals(List.of("CAMPAIGN_VISITS_OPEN"), running.userErrorCodes());
        assertEquals(List.of("CAMPAIGN_HAZARDS_OPEN"), open.userErrorCodes());
        assertTrue(String.valueOf(open.text("userErrors[0].message")).contains("1"));
        assertEquals("县应急管理局继续跟踪", read(OFFICER_LANKAO, campaign).getString("data.campaign.handover"));
        assertEquals(
                List.of("CAMPAIGN_NOT_APPROVED"),
                scene.planned(campaign, LocalDate.now(Times.ZONE)).userErrorCodes());
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> statement.execute("update campaign set title = 'x' where status = 'ARCHIVED'"));
            assertTrue(String.valueOf(refusal.getMessage()).contains("nothing of it changes"));
        }
    }

    @Test
    void campaignWithoutOpenHazardsNeedsNoHandover() {
        // Given
        String campaign = scene.inSummary();

        // When
        archive(Map.of("id", campaign)).accepted();

        // Then
        assertEquals("ARCHIVED", read(OFFICER_LANKAO, campaign).getString("data.campaign.status"));
    }

    private String refusal(List<Map<String, Object>> phases) {
        Map<String, Object> draft = scene.draft();
        draft.put("phases", phases);
        Payload refused = run(OFFICER_LANKAO, "createCampaign", "CreateCampaignInput", draft);
        return refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    private static void hazard(String visit) {
        run(
                        OFFICER_LANKAO,
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                new Loop().enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                                "inspectionId",
                                visit,
                                "title",
                                "二号仓库消防通道堵塞",
                                "category",
                                "FIRE_FACILITIES"))
                .accepted();
    }

    private static JsonPath progress(TestCaller caller, String campaign) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { campaignProgress(id: $id) { visits started completed enterprises hazards openHazards"
                                + " overdueHazards majorHazards } }",
                        Map.of("id", campaign));
    }

    private static Payload start(String visit) {
        return run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit));
    }

    private static Payload approve(TestCaller leader, String campaign) {
        return run(leader, "approveCampaign", "ApproveCampaignInput", CampaignScene.approval(campaign));
    }

    private static Payload enter(String campaign, String phase) {
        return run(
                OFFICER_LANKAO,
                "enterCampaignPhase",
                "EnterCampaignPhaseInput",
                Map.of("id", campaign, "phase", phase));
    }

    private static Payload archive(Map<String, ?> input) {
        return run(OFFICER_LANKAO, "archiveCampaign", "ArchiveCampaignInput", input);
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static JsonPath read(TestCaller caller, String campaign) {
        return LedgerClient.as(caller).query(CAMPAIGN, Map.of("id", campaign));
    }

    private static List<String> history(TestCaller caller, String campaign) {
        return LedgerClient.as(caller)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", campaign))
                .getList("data.history.nodes.action");
    }
}
