package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.ReceiverScene.*;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** What the receiver of a hazard of another county does to handle it, and that nothing else of its enterprise begins there. */
@LedgerTest
class ReceiverTest {
    private final Loop loop = new Loop();

    @BeforeEach
    void handBack() {
        handBackAll();
    }

    @Test
    void nothingElseOfTheEnterpriseBeginsWithTheReceiver() {
        // Given
        String hazard = received();
        String own = TransferScene.hazard();
        String visit = started("TRANSFERRED");
        Map<String, String> before = LedgerDatabase.fingerprint();

        // Then
        assertEquals(List.of("OUTSIDE_POWERS"), planned("MEDIA").userErrorCodes());
        assertEquals(
                List.of("OUTSIDE_POWERS"),
                issue(paper("INSTRUCTION", visit, List.of(PaperScene.problem("灭火器过期"))))
                        .userErrorCodes());
        assertEquals(
                List.of("OUTSIDE_POWERS"),
                issue(paper("INSTRUCTION", visit, List.of(problem(hazard), problem(own))))
                        .userErrorCodes());
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void whatItsVisitSeesBesideIsReportedToThePlaceAndReadOn() {
        // Given
        received();
        String visit = started("TRANSFERRED");
        String title = "灭火器压力不足 " + UUID.randomUUID();
        Map<String, Object> seen = found(visit, title);
        TestCaller colleague = TestCaller.authority("county-officer-qixian-9", "county-officer", "410221000000");
        Map<String, String> before = LedgerDatabase.fingerprint();
        List<String> stranger =
                run(colleague, "reportHazard", "ReportHazardInput", seen).userErrorCodes();
        Map<String, Object> withoutVisit = new HashMap<>(seen);
        withoutVisit.remove("inspectionId");
        List<String> ofNoVisit = run(OFFICER_QIXIAN, "reportHazard", "ReportHazardInput", withoutVisit)
                .userErrorCodes();
        Map<String, String> after = LedgerDatabase.fingerprint();

        // When
        String hazard = reported(seen);
        loop.upload(OFFICER_QIXIAN, hazard, "BEFORE");
        loop.upload(OFFICER_QIXIAN, visit, "OTHER");

        // Then
        assertEquals(List.of("NOT_AN_INSPECTION_OFFICER"), stranger);
        assertEquals(List.of("REFERENCE_NOT_FOUND"), ofNoVisit);
        assertEquals(before, after);
        assertEquals(
                List.of("NOT_THE_HANDLER"),
                run(OFFICER_QIXIAN, "confirmHazard", "ConfirmHazardInput", Map.of("id", hazard, "grade", "GENERAL"))
                        .userErrorCodes());
        loop.confirm(OFFICER_LANKAO, hazard);
        assertEquals(
                List.of("REPORTED", "EVIDENCE_ADDED", "CONFIRMED"), history(TestCaller.COUNTY_LEADER_QIXIAN, hazard));
        JsonPath read = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($id: ID!, $title: String!) { hazard(id: $id) { status evidence { totalCount } enterprise { name }"
                                + " responsibleParties { holders { party } } } hazards(filter: {text: $title}) { totalCount } }",
                        Map.of("id", hazard, "title", title));
        assertEquals("CONFIRMED", read.getString("data.hazard.status"));
        assertEquals(1, read.getInt("data.hazard.evidence.totalCount"));
        assertEquals(1, read.getInt("data.hazards.totalCount"));
        assertEquals(
                List.of("ENTERPRISE_MAIN", "INDUSTRY_REGULATOR", "LEADERSHIP", "TERRITORIAL"),
                read.<String>getList("data.hazard.responsibleParties.holders.party").stream()
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(
                List.of(),
                LedgerClient.as(TestCaller.FIRE_QIXIAN)
                        .query(
                                "query($t: String!) { hazards(filter: {text: $t}) { nodes { id } } }",
                                Map.of("t", title))
                        .getList("data.hazards.nodes"));
    }

    @Test
    void finderContestsOnceThatItIsNone() {
        // Given
        received();
        String hazard = reported(found(started("TRANSFERRED"), "疏散通道占用"));
        Map<String, Object> rejected = Map.of("id", hazard, "reason", "现场核实不成立");

        // When
        run(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", rejected).accepted();
        run(OFFICER_QIXIAN, "contestHazardRejection", "HazardReasonInput", rejected)
                .accepted();
        run(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", rejected).accepted();

        // Then
        assertEquals(
                List.of("ALREADY_CONTESTED"),
                run(OFFICER_QIXIAN, "contestHazardRejection", "HazardReasonInput", rejected)
                        .userErrorCodes());
    }

    @Test
    void finderPutsItsWordsRightUntilItIsDecidedOn() {
        // Given
        received();
        String hazard = reported(found(started("TRANSFERRED"), "疏散通道占用"));
        TestCaller colleague = TestCaller.authority("county-officer-qixian-9", "county-officer", "410221000000");
        Map<String, Object> correction = Map.of("id", hazard, "title", "疏散指示标志损坏", "reason", "笔误");

        // When
        boolean foretold = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($id: ID!) { hazard(id: $id) { availableActions { action allowed } } }",
                        Map.of("id", hazard))
                .getBoolean("data.hazard.availableActions.find { it.action == 'correctHazard' }.allowed");
        LedgerClient.Payload byColleague = run(colleague, "correctHazard", "CorrectHazardInput", correction);
        run(OFFICER_QIXIAN, "correctHazard", "CorrectHazardInput", correction).accepted();
        loop.confirm(OFFICER_LANKAO, hazard);
        LedgerClient.Payload late = run(OFFICER_QIXIAN, "correctHazard", "CorrectHazardInput", correction);

        // Then
        assertEquals(true, foretold);
        assertEquals(List.of("NOT_THE_HANDLER"), byColleague.userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
        assertEquals(List.of("REPORTED", "CORRECTED", "CONFIRMED"), history(OFFICER_QIXIAN, hazard));
    }

    @Test
    void whatTheReceiverMadeStaysItsOwnWhenItsPartHasEnded() {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        String joint = TransferScene.sent(OFFICER_LANKAO, hazard, "JOINT", TransferScene.QIXIAN);
        TransferScene.accept(OFFICER_QIXIAN, joint).accepted();
        String demand = served(paper("INSTRUCTION", started("TRANSFERRED"), List.of(problem(hazard))));
        String visit = approved("TRANSFERRED");

        // When
        TransferScene.answer(OFFICER_LANKAO, "endJointWork", "EndJointWorkInput", Map.of("id", joint))
                .accepted();

        // Then
        JsonPath read = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($hazard: ID!, $visit: ID!, $paper: ID!) { hazard(id: $hazard) { id } inspection(id: $visit)"
                                + " { status enterprise { name } } paper(id: $paper) { problems { problem } enterprise { name } } }",
                        Map.of("hazard", hazard, "visit", visit, "paper", demand));
        assertNull(read.get("data.hazard"));
        assertEquals("兰考禹禾丰化工有限公司", read.getString("data.inspection.enterprise.name"));
        assertEquals(1, read.getList("data.paper.problems").size());
        assertEquals(List.of("OUTSIDE_POWERS"), planned("TRANSFERRED").userErrorCodes());
        loop.conduct(OFFICER_QIXIAN, visit);
        Map<String, Object> recheck = paper("RECHECK_OPINION", started("RECHECK"), List.of(Map.of("result", "DONE")));
        recheck.put("aboutId", demand);
        String opinion = served(recheck);
        assertEquals(
                "COMPLETED",
                LedgerClient.as(COUNTY_LEADER_QIXIAN)
                        .query("query($id: ID!) { inspection(id: $id) { status } }", Map.of("id", visit))
                        .getString("data.inspection.status"));
        assertEquals(List.of("ISSUED", "SERVED"), history(OFFICER_QIXIAN, opinion));
        // Nothing waits there any more.
        assertEquals(List.of("REFERENCE_NOT_FOUND"), planned("RECHECK").userErrorCodes());
        assertNull(LedgerClient.as(TestCaller.FIRE_QIXIAN)
                .query("query($id: ID!) { inspection(id: $id) { id } }", Map.of("id", visit))
                .get("data.inspection"));
    }

    @Test
    void leaderOfItsGovernmentApprovesADepartmentsVisitElsewhere() {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        TransferScene.accept(
                        TestCaller.FIRE_QIXIAN, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", "KF-410221-FR"))
                .accepted();
        String visit = LedgerClient.as(TestCaller.FIRE_QIXIAN)
                .mutate("planInspection", "PlanInspectionInput", plan("TRANSFERRED"), "inspection { id }")
                .accepted()
                .text("inspection.id");

        // When
        while (LedgerClient.as(COUNTY_LEADER_QIXIAN)
                        .query("query($id: ID!) { inspection(id: $id) { id } }", Map.of("id", visit))
                        .get("data.inspection")
                == null) {
            Thread.onSpinWait();
        }
        approve(visit);

        // Then
        assertEquals(List.of("PLANNED", "APPROVED"), history(TestCaller.FIRE_QIXIAN, visit));
    }

    @Test
    void whoWasOnlyAskedVisitsNothing() {
        // Given
        TransferScene.sent(OFFICER_LANKAO, TransferScene.hazard(), "ORDINARY", "410222000000");
        TestCaller asked = TestCaller.authority("county-officer-tongxu", "county-officer", "410222000000");

        // Then
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                run(asked, "planInspection", "PlanInspectionInput", plan("RECHECK"))
                        .userErrorCodes());
    }
}
