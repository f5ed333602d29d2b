package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class FindingReportTest {
    private static final List<String> NOT_OF_THE_VISIT = List.of("NOT_AN_INSPECTION_OFFICER");

    private final Loop loop = new Loop();

    private record Visit(String id, String finding) {}

    @Test
    void enterpriseCannotTakeAnOfficersFindingOver() {
        // Given
        Visit visit = visitWithFinding();

        // When
        Payload byFinding = report(MANAGER_LANKAO, visit.id(), visit.finding());
        Payload byVisit = report(MANAGER_LANKAO, visit.id(), null);
        Payload byStranger = report(TestCaller.CITY_OFFICER, visit.id(), visit.finding());

        // Then
        assertEquals(NOT_OF_THE_VISIT, byFinding.userErrorCodes());
        assertEquals(NOT_OF_THE_VISIT, byVisit.userErrorCodes());
        assertEquals(NOT_OF_THE_VISIT, byStranger.userErrorCodes());
    }

    @Test
    void whoeverRecordedTheFindingCannotCloseTheHazardThatAColleagueReported() {
        // Given
        Visit visit = visitWithFinding();
        String hazard =
                report(OFFICER_LANKAO_2, visit.id(), visit.finding()).accepted().text("hazard.id");
        loop.confirm(TestCaller.CITY_OFFICER, hazard);
        String task = loop.assign(TestCaller.CITY_OFFICER, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(TestCaller.CITY_OFFICER, task);

        // When
        String foretold = ForeseenActions.code(OFFICER_LANKAO, "hazard", hazard, "closeHazard");
        Payload byFinder = close(OFFICER_LANKAO, hazard);
        Payload byReporter = close(OFFICER_LANKAO_2, hazard);
        Payload byThird = close(TestCaller.CITY_OFFICER, hazard);

        // Then
        assertEquals(List.of("FINDER_CANNOT_CLOSE"), byFinder.userErrorCodes());
        assertEquals(List.of("FINDER_CANNOT_CLOSE"), byReporter.userErrorCodes());
        assertEquals("FINDER_CANNOT_CLOSE", foretold);
        assertEquals("CLOSED", byThird.accepted().text("hazard.status"));
    }

    /** A running enforcement visit of Lankao's two officers, of which the first recorded a negative finding. */
    private Visit visitWithFinding() {
        String visit = loop.plannedInspection(OFFICER_LANKAO, LocalDate.now(Times.ZONE));
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("startInspection", "StartInspectionInput", Loop.start(visit), "inspection { id }")
                .accepted();
        String item = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .getString("data.inspection.checklist.items[0].id");
        String finding = LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "recordFinding",
                        "RecordFindingInput",
                        Map.of("inspectionId", visit, "itemId", item, "result", "NON_COMPLIANT", "note", "阀门锈蚀"),
                        "inspection { findings { id } }")
                .accepted()
                .text("inspection.findings[0].id");
        return new Visit(visit, finding);
    }

    private Payload report(TestCaller reporter, String visit, @Nullable String finding) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "enterpriseId",
                loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                "inspectionId",
                visit,
                "title",
                "阀门锈蚀 " + UUID.randomUUID(),
                "category",
                "FIRE_FACILITIES"));
        if (finding != null) {
            input.put("findingId", finding);
        }
        return LedgerClient.as(reporter).mutate("reportHazard", "ReportHazardInput", input, "hazard { id }");
    }

    private static Payload close(TestCaller closer, String hazard) {
        return LedgerClient.as(closer)
                .mutate("closeHazard", "CloseHazardInput", Map.of("id", hazard), "hazard { status }");
    }
}
