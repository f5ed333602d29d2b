package org.safetyledger.checkplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.CheckPlanScene.run;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CheckPlanScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** Yearly and special check plans, and the visits that are made by them. */
@LedgerTest
class CheckPlanTest {
    private static final int NEXT_YEAR = LocalDate.now(Times.ZONE).getYear() + 1;
    private static final String PLAN =
            "query($id: ID!) { checkPlan(id: $id) { status title scope number year filedWith filedOn"
                    + " publication approvalDocument targets { enterpriseId name } availableActions { action allowed code } } }";

    private final VisitScene chemicals = new VisitScene(TestCaller.LANKAO_ENTERPRISE);

    @Test
    void planIsApprovedByALeaderWhoDidNotDraftItThenFiledAndPublished() {
        // Given
        String plan = CheckPlanScene.drafted();
        TestCaller drafterAsLeader =
                TestCaller.authority(OFFICER_LANKAO.subject(), "county-leader", OFFICER_LANKAO.division());

        // When
        Payload unapproved = publish(OFFICER_LANKAO, plan);
        Payload byDrafter = approve(drafterAsLeader, plan);
        Payload byOfficer = approve(CITY_OFFICER, plan);
        Payload byNeighbour = approve(COUNTY_LEADER_QIXIAN, plan);
        Payload approved = approve(COUNTY_LEADER_LANKAO, plan);
        Payload byCity = publish(CITY_OFFICER, plan);
        Map<String, Object> tomorrow = CheckPlanScene.publication(plan);
        tomorrow.put("filedOn", LocalDate.now(Times.ZONE).plusDays(1).toString());
        Payload ahead = run(OFFICER_LANKAO, "publishCheckPlan", "PublishCheckPlanInput", tomorrow);
        Payload published = publish(OFFICER_LANKAO, plan);

        // Then
        assertEquals(List.of("WRONG_STATE"), unapproved.userErrorCodes());
        assertEquals(List.of("PLANNER_CANNOT_APPROVE"), byDrafter.userErrorCodes());
        assertEquals(List.of("FORBIDDEN"), byOfficer.errorCodes());
        assertEquals(List.of("NOT_FOUND"), byNeighbour.errorCodes());
        assertEquals("APPROVED", approved.accepted().text("checkPlan.status"));
        assertEquals(List.of("NOT_THE_AUTHORITY"), byCity.userErrorCodes());
        assertEquals(List.of("TIME_IN_FUTURE"), ahead.userErrorCodes());
        assertEquals("filedOn", ahead.answer().getString("data.publishCheckPlan.userErrors[0].path[0]"));
        assertEquals("PUBLISHED", published.accepted().text("checkPlan.status"));
        JsonPath seen = read(OFFICER_LANKAO, plan);
        assertEquals("兰考县司法局", seen.getString("filedWith"));
        assertEquals("兰政〔2026〕21号", seen.getString("approvalDocument"));
        assertEquals(List.of("WRONG_STATE"), approve(CITY_LEADER, plan).userErrorCodes());
    }

    @Test
    void planIsOfThisYearOrTheNextAndNamesEnterprisesOfItsArea() {
        // Given
        Map<String, Object> past = CheckPlanScene.draft();
        past.put("year", NEXT_YEAR - 2);
        Map<String, Object> far = CheckPlanScene.draft();
        far.put("year", NEXT_YEAR + 1);
        Map<String, Object> foreign = CheckPlanScene.draft();
        foreign.put("targetIds", List.of(qixian()));
        Map<String, Object> many = CheckPlanScene.draft();
        many.put(
                "targetIds",
                Stream.generate(() -> NodeId.text(NodeType.ENTERPRISE, NodeId.newUuid()))
                        .limit(201)
                        .toList());

        // Then
        assertEquals("VALUE_OUT_OF_RANGE year", refusal(past));
        assertEquals("VALUE_OUT_OF_RANGE year", refusal(far));
        assertEquals("REFERENCE_NOT_FOUND targetIds", refusal(foreign));
        assertEquals("LIST_TOO_LONG targetIds", refusal(many));
    }

    @Test
    void enterpriseReadsAPublishedPlanAndNeverWhomItNames() {
        // Given
        Map<String, Object> draft = CheckPlanScene.draft();
        draft.put("targetIds", List.of(chemicals.enterprise()));
        String plan = CheckPlanScene.drafted(OFFICER_LANKAO, draft);
        approve(COUNTY_LEADER_LANKAO, plan).accepted();
        String counts = "{ checkPlans { totalCount } }";
        String before = LedgerClient.as(MANAGER_LANKAO).query(counts).prettify();
        assertNull(
                LedgerClient.as(MANAGER_LANKAO).query(PLAN, Map.of("id", plan)).get("data.checkPlan"));
        assertEquals(
                List.of("NOT_FOUND"),
                LedgerClient.as(MANAGER_LANKAO)
                        .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", plan)));

        // When
        publish(OFFICER_LANKAO, plan).accepted();

        // Then
        assertFalse(before.equals(LedgerClient.as(MANAGER_LANKAO).query(counts).prettify()));
        JsonPath target = read(MANAGER_LANKAO, plan);
        assertEquals("PUBLISHED", target.getString("status"));
        assertEquals("兰考县人民政府网站", target.getString("publication"));
        assertEquals(List.of(), target.getList("targets"));
        String history = LedgerClient.as(MANAGER_LANKAO)
                .send("query($id: ID!) { history(of: $id) { nodes { action details { value } } } }", Map.of("id", plan))
                .asString();
        assertTrue(history.contains("PUBLISHED"), history);
        assertFalse(history.contains(chemicals.enterprise()), history);
        assertEquals(List.of(chemicals.enterprise()), read(OFFICER_LANKAO, plan).getList("targets.enterpriseId"));
        assertNull(
                LedgerClient.as(MANAGER_QIXIAN).query(PLAN, Map.of("id", plan)).get("data.checkPlan"));
        assertNull(
                LedgerClient.as(OFFICER_QIXIAN).query(PLAN, Map.of("id", plan)).get("data.checkPlan"));
        assertNull(LedgerClient.as(FIRE_LANKAO).query(PLAN, Map.of("id", plan)).get("data.checkPlan"));
    }

    @Test
    void dailyCheckByTheAuthoritysOwnPlanNeedsItPublished() {
        // Given
        LocalDate day = LocalDate.of(NEXT_YEAR, 3, 25);
        String draft = CheckPlanScene.drafted(DEPARTMENT_LANKAO, daily());
        approve(COUNTY_LEADER_LANKAO, draft).accepted();

        // When
        Payload unpublished = planned("DAILY", "PLAN", day);
        Payload assigned = planned("DAILY", "ASSIGNED_FROM_ABOVE", day);
        publish(DEPARTMENT_LANKAO, draft).accepted();
        Payload published = planned("DAILY", "PLAN", day);
        Payload special = planned("SPECIAL", "PLAN", day);

        // Then
        assertEquals(List.of("CHECK_PLAN_REQUIRED"), unpublished.userErrorCodes());
        assertEquals("checkKind", unpublished.answer().getString("data.planInspection.userErrors[0].path[0]"));
        assigned.accepted();
        String visit = published.accepted().text("inspection.id");
        assertEquals(draft, planOf(visit));
        assertEquals(
                List.of("CHECK_PLAN_REQUIRED"), special.userErrorCodes(), "A special check needs a plan of its own");
    }

    @Test
    void specialCheckIsOfAnEnterpriseThatItsPlanNames() {
        // Given
        List<String> others = new ArrayList<>(LedgerClient.as(OFFICER_LANKAO)
                .query("{ enterprises(first: 3) { nodes { id } } }")
                .<String>getList("data.enterprises.nodes.id"));
        others.remove(chemicals.enterprise());
        published(naming(others));
        LocalDate day = LocalDate.of(NEXT_YEAR, 4, 25);

        // When
        Payload elsewhere = planned(FIRE_LANKAO, "SPECIAL", "PLAN", day);
        published(naming(List.of(chemicals.enterprise())));
        Payload named = planned(FIRE_LANKAO, "SPECIAL", "PLAN", day);

        // Then
        assertEquals(List.of("CHECK_PLAN_REQUIRED"), elsewhere.userErrorCodes());
        named.accepted();
    }

    private static Map<String, Object> naming(List<String> enterprises) {
        Map<String, Object> draft = CheckPlanScene.draft();
        draft.put("targetIds", enterprises);
        return draft;
    }

    private static void published(Map<String, Object> draft) {
        String plan = CheckPlanScene.drafted(FIRE_LANKAO, draft);
        approve(COUNTY_LEADER_LANKAO, plan).accepted();
        publish(FIRE_LANKAO, plan).accepted();
    }

    private static String planOf(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { checkPlan { id } } }", Map.of("id", visit))
                .getString("data.inspection.checkPlan.id");
    }

    private static Map<String, Object> daily() {
        Map<String, Object> draft = CheckPlanScene.draft();
        draft.put("kind", "DAILY");
        return draft;
    }

    private Payload planned(String kind, String source, LocalDate day) {
        return planned(DEPARTMENT_LANKAO, kind, source, day);
    }

    private Payload planned(TestCaller planner, String kind, String source, LocalDate day) {
        Map<String, Object> plan = chemicals.plan(day);
        plan.keySet().removeAll(List.of("officerIds", "sourceReference"));
        plan.putAll(Map.of("checkKind", kind, "source", source));
        if (!source.equals("PLAN")) {
            plan.put("sourceReference", "汴安委办〔2026〕31号");
        }
        if (planner == FIRE_LANKAO) {
            plan.put("checklistId", checklistOfFire(day));
        }
        return VisitScene.planned(planner, plan);
    }

    private static String checklistOfFire(LocalDate day) {
        return LedgerClient.as(FIRE_LANKAO)
                .query(
                        "query($day: Date) { checklists(first: 100, validOn: $day) { nodes { id matter } } }",
                        Map.of("day", day.toString()))
                .getString("data.checklists.nodes.find { it.matter == 'FIRE' }.id");
    }

    private static String qixian() {
        return new Loop().enterpriseId(OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE);
    }

    private static String refusal(Map<String, Object> draft) {
        Payload refused = run(OFFICER_LANKAO, "draftCheckPlan", "DraftCheckPlanInput", draft);
        return refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    private static Payload approve(TestCaller leader, String plan) {
        return run(leader, "approveCheckPlan", "ApproveCheckPlanInput", CheckPlanScene.approval(plan));
    }

    private static Payload publish(TestCaller officer, String plan) {
        return run(officer, "publishCheckPlan", "PublishCheckPlanInput", CheckPlanScene.publication(plan));
    }

    private static JsonPath read(TestCaller reader, String plan) {
        JsonPath answer = LedgerClient.as(reader).query(PLAN, Map.of("id", plan));
        answer.setRootPath("data.checkPlan");
        return answer;
    }
}
