package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
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

    @Test
    void receiverVisitsForTheHazardStopsWorkAndResumesItAfterItsReCheck() {
        // Given
        String hazard = received();
        String visit = started("TRANSFERRED");

        // When
        String order = issued(paper("STOP_ORDER", visit, List.of(problem(hazard))));
        run(OFFICER_QIXIAN, "servePaper", "ServePaperInput", PaperScene.service(order))
                .accepted();
        Map<String, Object> recheck = paper("RECHECK_OPINION", started("RECHECK"), List.of(Map.of("result", "DONE")));
        recheck.put("aboutId", order);
        issued(recheck);
        run(OFFICER_QIXIAN, "resumeWork", "ResumeWorkInput", Map.of("id", order))
                .accepted();

        // Then
        assertEquals(
                List.of("ISSUED", "SERVED", "RESUMED"),
                LedgerClient.as(OFFICER_LANKAO)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", order))
                        .getList("data.history.nodes.action"));
        run(MANAGER_LANKAO, "signPaperReceipt", "SignPaperReceiptInput", Map.of("id", order))
                .accepted();
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
    void whatItFindsThereBesideIsForThePlaceToReport() {
        // Given
        received();
        Map<String, Object> found = Map.of(
                "enterpriseId",
                enterprise(),
                "inspectionId",
                started("TRANSFERRED"),
                "title",
                "灭火器过期",
                "category",
                "FIRE_FACILITIES");
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        List<String> codes =
                run(OFFICER_QIXIAN, "reportHazard", "ReportHazardInput", found).userErrorCodes();

        // Then
        assertEquals(List.of("OUTSIDE_POWERS"), codes);
        assertEquals(before, LedgerDatabase.fingerprint());
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

    private String received() {
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        TransferScene.accept(
                        OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN))
                .accepted();
        return hazard;
    }

    private String started(String source) {
        String visit = planned(source).accepted().text("inspection.id");
        run(
                        COUNTY_LEADER_QIXIAN,
                        "approveInspection",
                        "ApproveInspectionInput",
                        Map.of("id", visit, "document", "杞应急检批〔2026〕3号"))
                .accepted();
        run(OFFICER_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        return visit;
    }

    private LedgerClient.Payload planned(String source) {
        return LedgerClient.as(OFFICER_QIXIAN)
                .mutate("planInspection", "PlanInspectionInput", plan(source), "inspection { id }");
    }

    private Map<String, Object> plan(String source) {
        String today = LocalDate.now(Times.ZONE).toString();
        List<String> officers = LedgerClient.as(OFFICER_QIXIAN)
                .query("{ people(first: 100, certified: true, jurisdiction: \"410221000000\")"
                        + " { nodes { id certificateNumber } } }")
                .getList("data.people.nodes.findAll { it.certificateNumber in"
                        + " ['豫B-AJ-410221-0001', '豫B-AJ-410221-0002'] }.id");
        String checklist = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", today))
                .getString("data.checklists.nodes[0].id");
        return Map.of(
                "kind",
                "ENFORCEMENT",
                "checkKind",
                "CASE",
                "source",
                source,
                "sourceReference",
                "杞移收〔2026〕1号",
                "enterpriseId",
                enterprise(),
                "checklistId",
                checklist,
                "plannedOn",
                today,
                "officerIds",
                officers);
    }

    private String enterprise() {
        return loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
    }

    private static Map<String, Object> problem(String hazard) {
        return Map.of(
                "hazardId",
                hazard,
                "demand",
                "停止使用并整改",
                "dueAt",
                OffsetDateTime.now().plusDays(10).toString());
    }

    private Map<String, Object> paper(String kind, String visit, List<Map<String, Object>> problems) {
        return new HashMap<>(
                Map.of("kind", kind, "enterpriseId", enterprise(), "inspectionId", visit, "problems", problems));
    }

    private static LedgerClient.Payload issue(Map<String, Object> input) {
        return LedgerClient.as(OFFICER_QIXIAN).mutate("issuePaper", "IssuePaperInput", input, "paper { id }");
    }

    private static String issued(Map<String, Object> input) {
        return issue(input).accepted().text("paper.id");
    }

    private static LedgerClient.Payload run(
            TestCaller caller, String mutation, String type, Map<String, ? extends @Nullable Object> input) {
        return LedgerClient.as(caller).mutate(mutation, type, input, "__typename");
    }
}
