package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.RecusalScene;
import org.safetyledger.testing.TestCaller;

/** The right of who is visited to ask that an officer withdraws (申请回避), which the authority's head decides. */
@LedgerTest
class RecusalTest {
    private static final String VISIT = """
            query($id: ID!) { inspection(id: $id) { awaitsOfficer recusals { officer status reason askedBy decisionReason decidedBy }
              officers { personId excluded } checklist { items { id } } findings { id } }
              history(of: $id) { nodes { action } } }""";

    private final PaperScene scene = PaperScene.LANKAO;
    private final Loop loop = new Loop();

    @AfterEach
    void admitAgain() {
        RecusalScene.admitAgain();
    }

    @Test
    void visitGoesOnUntilTheHeadDecidesThatTheOfficerWithdraws() {
        // Given
        String visit = RecusalScene.asked();

        // When
        Payload meanwhile = answer(OFFICER_LANKAO_2, visit);
        Payload himself = decide(OFFICER_LANKAO_2, visit, false);
        Payload elsewhere = decide(COUNTY_LEADER_QIXIAN, visit, true);
        decide(COUNTY_LEADER_LANKAO, visit, true).accepted();
        Payload recused = answer(OFFICER_LANKAO_2, visit);
        Payload alone = answer(OFFICER_LANKAO, visit);

        // Then
        meanwhile.accepted();
        assertEquals(List.of("FORBIDDEN"), himself.errorCodes());
        assertEquals(List.of("NOT_FOUND"), elsewhere.errorCodes());
        assertEquals(List.of("OFFICER_RECUSED"), recused.userErrorCodes());
        assertEquals(List.of("TWO_OFFICERS_REQUIRED"), alone.userErrorCodes());
        assertTrue(read(MANAGER_LANKAO, visit).getBoolean("data.inspection.awaitsOfficer"));
        assertEquals(
                List.of("RECUSAL_DECIDED"),
                decide(COUNTY_LEADER_LANKAO, visit, false).userErrorCodes());
    }

    @Test
    void whoeverWasRecusedActsInNothingOfTheVisitAndIsReplaced() {
        // Given
        String visit = RecusalScene.asked();
        answer(OFFICER_LANKAO_2, visit).accepted();
        String finding = read(OFFICER_LANKAO, visit).getString("data.inspection.findings[0].id");
        String paper = scene.issued(scene.instruction(visit));
        decide(COUNTY_LEADER_LANKAO, visit, true).accepted();

        // When
        Payload papers = run(OFFICER_LANKAO, "issuePaper", "IssuePaperInput", scene.instruction(visit));
        Payload serves = run(OFFICER_LANKAO_2, "servePaper", "ServePaperInput", PaperScene.service(paper));
        Payload reports = run(OFFICER_LANKAO_2, "reportHazard", "ReportHazardInput", hazard(visit, finding));
        String photo = loop.send(OFFICER_LANKAO_2, visit, "OTHER", Loop.photo()).asString();
        Payload returns = run(
                OFFICER_LANKAO,
                "readmitInspectionOfficer",
                "ReadmitInspectionOfficerInput",
                Map.of("id", visit, "personId", RecusalScene.officer(), "reason", "不存在利害关系"));
        Payload chooses = replace(OFFICER_LANKAO_2, visit, RecusalScene.substitute());
        Payload foreign = replace(CITY_OFFICER, visit, RecusalScene.substitute());
        Payload back = replace(OFFICER_LANKAO, visit, RecusalScene.officer());
        replace(OFFICER_LANKAO, visit, RecusalScene.substitute()).accepted();

        // Then
        assertEquals(List.of("TWO_OFFICERS_REQUIRED"), papers.userErrorCodes());
        assertEquals(List.of("OFFICER_RECUSED"), serves.userErrorCodes());
        assertEquals(List.of("OFFICER_RECUSED"), reports.userErrorCodes());
        assertTrue(photo.contains("OFFICER_RECUSED"), photo);
        assertEquals(List.of("OFFICER_RECUSED"), returns.userErrorCodes());
        assertEquals(List.of("OFFICER_RECUSED"), chooses.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), foreign.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), back.userErrorCodes());
        answer(OFFICER_LANKAO, visit).accepted();
        assertEquals(
                List.of("NO_OFFICER_MISSING"),
                replace(OFFICER_LANKAO, visit, RecusalScene.officer()).userErrorCodes());
    }

    @Test
    void requestAndDecisionStandInTheRecordAndOnLaterPapers() {
        // Given
        String visit = RecusalScene.asked();
        String before = scene.issued(scene.instruction(visit));
        decide(COUNTY_LEADER_LANKAO, visit, true).accepted();
        replace(OFFICER_LANKAO, visit, RecusalScene.substitute()).accepted();

        // When
        String after = scene.issued(scene.instruction(visit));

        // Then
        JsonPath read = read(MANAGER_LANKAO, visit);
        String recusals = "data.inspection.recusals[0].";
        assertFalse(read.getBoolean("data.inspection.awaitsOfficer"));
        assertEquals("冯强林", read.getString(recusals + "officer"));
        assertEquals("ACCEPTED", read.getString(recusals + "status"));
        assertEquals("与我公司负责人系近亲属", read.getString(recusals + "reason"));
        assertEquals("manager-lankao", read.getString(recusals + "askedBy"));
        assertEquals("与该企业负责人系近亲属，经核实属实", read.getString(recusals + "decisionReason"));
        assertEquals("county-leader-lankao", read.getString(recusals + "decidedBy"));
        assertEquals(
                List.of(RecusalScene.officer()),
                read.getList("data.inspection.officers.findAll { it.excluded }.personId"));
        assertEquals(
                List.of("PLANNED", "STARTED", "RECUSAL_ASKED", "RECUSAL_ACCEPTED", "OFFICER_REPLACED"),
                read.getList("data.history.nodes.action"));
        assertEquals("ASKED", told(before));
        assertEquals("ACCEPTED", told(after));
    }

    @Test
    void isAskedOnceOfEachOfficerByWhoIsVisited() {
        // Given
        String visit = RecusalScene.asked();
        Map<String, Object> stranger = new HashMap<>(RecusalScene.request(visit));
        stranger.put("personId", RecusalScene.substitute());

        // When
        Payload again = ask(MANAGER_LANKAO, RecusalScene.request(visit));
        Payload other = ask(MANAGER_QIXIAN, RecusalScene.request(visit));
        Payload unnamed = ask(MANAGER_LANKAO, stranger);
        decide(COUNTY_LEADER_LANKAO, visit, false).accepted();
        Payload rejected = ask(MANAGER_LANKAO, RecusalScene.request(visit));

        // Then
        assertEquals(List.of("RECUSAL_ASKED_ALREADY"), again.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), other.errorCodes());
        assertEquals(List.of("REFERENCE_NOT_FOUND"), unnamed.userErrorCodes());
        assertEquals(List.of("RECUSAL_ASKED_ALREADY"), rejected.userErrorCodes());
        answer(OFFICER_LANKAO_2, visit).accepted();
        assertEquals(
                List.of("WRONG_STATE"),
                ask(MANAGER_LANKAO, RecusalScene.request(RecusalScene.brokenOff()))
                        .userErrorCodes());
    }

    private static Payload ask(TestCaller caller, Map<String, Object> request) {
        return run(caller, "askRecusal", "AskRecusalInput", request);
    }

    private static Payload decide(TestCaller caller, String visit, boolean accepted) {
        return run(caller, "decideRecusal", "DecideRecusalInput", RecusalScene.decision(visit, accepted));
    }

    private static Payload replace(TestCaller caller, String visit, String person) {
        return run(
                caller,
                "replaceInspectionOfficer",
                "ReplaceInspectionOfficerInput",
                Map.of("id", visit, "personId", person));
    }

    /** The first item, with something negative. */
    private static Payload answer(TestCaller caller, String visit) {
        String item = read(OFFICER_LANKAO, visit).getString("data.inspection.checklist.items[0].id");
        return run(
                caller,
                "recordFinding",
                "RecordFindingInput",
                Map.of("inspectionId", visit, "itemId", item, "result", "NON_COMPLIANT", "note", caller.subject()));
    }

    private Map<String, Object> hazard(String visit, String finding) {
        return Map.of(
                "enterpriseId",
                loop.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE),
                "inspectionId",
                visit,
                "findingId",
                finding,
                "title",
                "灭火器过期",
                "category",
                "FIRE_FACILITIES");
    }

    private static String told(String paper) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { paper(id: $id) { recusals { status officer reason } } }", Map.of("id", paper))
                .getString("data.paper.recusals[0].status");
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static JsonPath read(TestCaller caller, String visit) {
        return LedgerClient.as(caller).query(VISIT, Map.of("id", visit));
    }
}
