package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.RecusalScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** That a target refused to sign, or let nobody in, is reported to the authority, whose head takes note (Work Safety Law art. 68). */
@LedgerTest
class ReportedRefusalTest {
    @Test
    void refusalToSignIsReportedToTheHeadWhoTakesNoteOnce() {
        // Given
        String visit = PaperScene.LANKAO.visit();
        items(visit)
                .forEach(item -> run(
                                OFFICER_LANKAO,
                                "recordFinding",
                                "RecordFindingInput",
                                Map.of("inspectionId", visit, "itemId", item, "result", "COMPLIANT"))
                        .accepted());
        run(OFFICER_LANKAO, "finishInspectionRecord", "InspectionInput", Map.of("id", visit))
                .accepted();
        run(OFFICER_LANKAO, "signInspection", "SignInspectionInput", Map.of("id", visit, "refusalReason", "负责人拒绝签字"))
                .accepted();
        boolean waited = isListed(visit);

        // When
        Payload officer = note(OFFICER_LANKAO, visit);
        Payload elsewhere = note(COUNTY_LEADER_QIXIAN, visit);
        note(COUNTY_LEADER_LANKAO, visit).accepted();

        // Then
        assertTrue(waited);
        assertEquals(List.of("FORBIDDEN"), officer.errorCodes());
        assertEquals(List.of("NOT_FOUND"), elsewhere.errorCodes());
        assertEquals(
                List.of("NO_REFUSAL_TO_NOTE"), note(COUNTY_LEADER_LANKAO, visit).userErrorCodes());
        JsonPath read = read(OFFICER_LANKAO, visit);
        assertEquals("county-leader-lankao", read.getString("data.inspection.refusalNotedBy"));
        assertTrue(
                read.getList("data.history.nodes.action").containsAll(List.of("SIGNATURE_REFUSED", "REFUSAL_NOTED")));
        assertEquals(false, isListed(visit));
    }

    @Test
    void visitThatWasBrokenOffIsReportedAndOneThatGoesOnIsNot() {
        // Given
        String brokenOff = RecusalScene.brokenOff();
        String running = PaperScene.LANKAO.visit();

        // When
        Payload early = note(COUNTY_LEADER_LANKAO, running);
        note(COUNTY_LEADER_LANKAO, brokenOff).accepted();

        // Then
        assertEquals(List.of("WRONG_STATE"), early.userErrorCodes());
        assertEquals(
                "county-leader-lankao", read(MANAGER_LANKAO, brokenOff).getString("data.inspection.refusalNotedBy"));
    }

    private static boolean isListed(String visit) {
        return LedgerClient.as(COUNTY_LEADER_LANKAO)
                .query(
                        "query($since: DateTime) { inspections(filter: {refusalToNote: true, updatedSince: $since}, first: 100)"
                                + " { nodes { id } } }",
                        Map.of("since", OffsetDateTime.now().minusMinutes(1).toString()))
                .getList("data.inspections.nodes.id")
                .contains(visit);
    }

    private static Payload note(TestCaller caller, String visit) {
        return run(caller, "noteInspectionRefusal", "NoteInspectionRefusalInput", Map.of("id", visit));
    }

    private static List<String> items(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .getList("data.inspection.checklist.items.id");
    }

    private static JsonPath read(TestCaller caller, String visit) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { inspection(id: $id) { refusalReportedAt refusalNotedBy }"
                                + " history(of: $id, first: 100) { nodes { action } } }",
                        Map.of("id", visit));
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return VisitScene.run(caller, mutation, input, values);
    }
}
