package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class MajorHazardTest {
    private static final List<String> PLAN_MISSING = List.of("FIVE_IMPLEMENTATIONS_REQUIRED");

    private final Loop loop = new Loop();

    @Test
    void hazardEscalatedAfterItsSubmissionPassesOnlyWithAPlan() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.escalate(OFFICER_LANKAO, hazard);

        // When
        Payload unplanned = review(task);
        loop.planMajor(MANAGER_LANKAO, hazard);
        Payload planned = review(task);

        // Then
        assertEquals(PLAN_MISSING, unplanned.userErrorCodes());
        assertEquals("PASSED", planned.accepted().text("rectificationTask.status"));
    }

    @Test
    void hazardEscalatedAfterItsReviewClosesOnlyWithAPlanAndTellsSo() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(OFFICER_LANKAO, task);
        loop.escalate(OFFICER_LANKAO, hazard);

        // When
        String foretold = ForeseenActions.code(OFFICER_LANKAO_2, "hazard", hazard, "closeHazard");
        Payload unplanned = close(hazard);
        loop.planMajor(MANAGER_LANKAO, hazard);
        String foretoldWithPlan = ForeseenActions.code(OFFICER_LANKAO_2, "hazard", hazard, "closeHazard");
        Payload planned = close(hazard);

        // Then
        assertEquals(PLAN_MISSING, unplanned.userErrorCodes());
        assertEquals(PLAN_MISSING.getFirst(), foretold);
        assertNull(foretoldWithPlan);
        assertEquals("CLOSED", planned.accepted().text("hazard.status"));
    }

    @Test
    void unplannedMajorHazardMayStillBeSentBack() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.escalate(OFFICER_LANKAO, hazard);

        // When
        Payload returned = loop.giveBack(OFFICER_LANKAO, task);

        // Then
        assertEquals("RETURNED", returned.text("rectificationTask.status"));
    }

    @Test
    void taskOfAnUnplannedMajorHazardTellsWhatItsStartNeeds() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        LedgerClient.as(MANAGER_LANKAO)
                .mutate("acceptRectification", "RectificationInput", Map.of("id", task), "rectificationTask { id }")
                .accepted();

        // When
        String foretold = ForeseenActions.code(MANAGER_LANKAO, "rectificationTask", task, "startRectification");
        loop.planMajor(MANAGER_LANKAO, hazard);

        // Then
        assertEquals(PLAN_MISSING.getFirst(), foretold);
        assertNull(ForeseenActions.code(MANAGER_LANKAO, "rectificationTask", task, "startRectification"));
    }

    @Test
    void planThatSaysNothingIsNoPlan() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);

        // When
        Payload planned = LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "planHazardRectification",
                        "PlanHazardRectificationInput",
                        Map.of("id", hazard),
                        "hazard { id }");

        // Then
        assertEquals(List.of("NOTHING_CHANGED"), planned.userErrorCodes());
    }

    @Test
    void historyKeepsEveryVersionOfThePlan() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        loop.planMajor(MANAGER_LANKAO, hazard);

        // When
        LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "planHazardRectification",
                        "PlanHazardRectificationInput",
                        Map.of("id", hazard, "interimMeasures", "改为局部停产"),
                        "hazard { id }")
                .accepted();

        // Then
        List<Map<String, String>> versions = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", hazard))
                .getList("data.history.nodes.findAll { it.action == 'RECTIFICATION_PLANNED' }"
                        + ".collect { it.details.collectEntries { [it.name, it.value] } }");
        String first = "停产撤人，限期整改";
        Map<String, String> before = Map.of(
                "responsibility", first,
                "measures", first,
                "funds", first,
                "deadline", first,
                "emergencyPlan", first,
                "interimMeasures", first);
        Map<String, String> after = new HashMap<>(before);
        after.put("interimMeasures", "改为局部停产");
        assertEquals(List.of(before, after), versions);
    }

    @Test
    void whatTheCityGradedIsLoweredByItsLeaderWithADocument() {
        // Given
        TestCaller peer = TestCaller.authority("city-officer-2", "city-officer", "410200000000");
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(TestCaller.CITY_OFFICER, hazard);

        // When
        String foretold = ForeseenActions.code(peer, "hazard", hazard, "lowerHazardGrade");
        Payload byPeer = lower(peer, hazard, "汴安委〔2026〕12号");
        Payload withoutDocument = lower(TestCaller.CITY_LEADER, hazard, " ");
        Payload byLeader = lower(TestCaller.CITY_LEADER, hazard, "汴安委〔2026〕12号");

        // Then
        assertEquals("HIGHER_AUTHORITY_REQUIRED", foretold);
        assertEquals(List.of("HIGHER_AUTHORITY_REQUIRED"), byPeer.userErrorCodes());
        assertEquals(List.of("TEXT_REQUIRED"), withoutDocument.userErrorCodes());
        assertEquals("GENERAL", byLeader.accepted().text("hazard.grade"));
        assertEquals(
                "汴安委〔2026〕12号",
                LedgerClient.as(OFFICER_LANKAO)
                        .query(
                                "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                                Map.of("id", hazard))
                        .getString("data.history.nodes.find { it.action == 'GRADE_LOWERED' }"
                                + ".details.find { it.name == 'document' }.value"));
    }

    @Test
    void whatACountyGradedIsLoweredByTheCity() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);

        // When
        Payload byCity = lower(TestCaller.CITY_OFFICER, hazard, "汴安委办〔2026〕3号");

        // Then
        assertEquals("GENERAL", byCity.accepted().text("hazard.grade"));
    }

    private static Payload lower(TestCaller caller, String hazard, String document) {
        return LedgerClient.as(caller)
                .mutate(
                        "lowerHazardGrade",
                        "LowerHazardGradeInput",
                        Map.of("id", hazard, "reason", "经专家复核", "document", document),
                        "hazard { grade }");
    }

    private static Payload review(String task) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "reviewRectification",
                        "ReviewRectificationInput",
                        Map.of("id", task, "passed", true),
                        "rectificationTask { status }");
    }

    private static Payload close(String hazard) {
        return LedgerClient.as(OFFICER_LANKAO_2)
                .mutate("closeHazard", "CloseHazardInput", Map.of("id", hazard), "hazard { status }");
    }
}
