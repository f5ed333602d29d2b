package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import java.time.LocalDate;
import java.util.Collections;
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
import org.safetyledger.testing.Together;

@LedgerTest
class FindingReportTest {
    private static final List<String> NOT_OF_THE_VISIT = List.of("NOT_AN_INSPECTION_OFFICER");

    private final Loop loop = new Loop();

    private record Visit(String id, String item, String finding) {}

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

    @Test
    void findingThatTwoOfficersReportAtOnceBecomesOneHazard() {
        // Given
        Visit visit = visitWithFinding();

        // When
        List<Payload> answers = Together.act(
                4, person -> report(person % 2 == 0 ? OFFICER_LANKAO : OFFICER_LANKAO_2, visit.id(), visit.finding()));

        // Then
        answers.forEach(answer -> assertEquals(List.of(), answer.errorCodes()));
        List<List<String>> codes = answers.stream().map(Payload::userErrorCodes).toList();
        assertEquals(1, Collections.frequency(codes, List.of()), codes::toString);
        assertEquals(3, Collections.frequency(codes, List.of("FINDING_ALREADY_REPORTED")), codes::toString);
    }

    @Test
    void findingThatIsAHazardStaysNegativeUntilThatHazardIsRejected() {
        // Given
        Visit visit = visitWithFinding();
        String hazard =
                report(OFFICER_LANKAO_2, visit.id(), visit.finding()).accepted().text("hazard.id");

        // When
        Payload taken = answer(visit, "COMPLIANT");
        Payload setAside = answer(visit, "NOT_APPLICABLE");
        Payload again = answer(visit, "NON_COMPLIANT");
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "rejectHazard",
                        "HazardReasonInput",
                        Map.of("id", hazard, "reason", "现场复核不属实"),
                        "hazard { status }")
                .accepted();
        Payload rejected = answer(visit, "COMPLIANT");

        // Then
        assertEquals(List.of("FINDING_ALREADY_REPORTED"), taken.userErrorCodes());
        assertEquals(List.of("result"), taken.get("userErrors[0].path"));
        assertEquals(List.of("FINDING_ALREADY_REPORTED"), setAside.userErrorCodes());
        again.accepted();
        assertEquals("COMPLIANT", rejected.accepted().text("inspection.findings[0].result"));
    }

    private static Payload answer(Visit visit, String result) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "recordFinding",
                        "RecordFindingInput",
                        Map.of("inspectionId", visit.id(), "itemId", visit.item(), "result", result, "note", "复核"),
                        "inspection { findings { result } }");
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
        return new Visit(visit, item, finding);
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
