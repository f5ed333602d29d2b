package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;

/** A negative item that is put right during the visit. */
@LedgerTest
class FindingFixTest {
    private final Loop loop = new Loop();
    private String visit = "";
    private String item = "";
    private String finding = "";

    @BeforeEach
    void visitWithFinding() {
        visit = loop.plannedInspection(OFFICER_LANKAO, LocalDate.now(Times.ZONE));
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("startInspection", "StartInspectionInput", Loop.start(visit), "inspection { id }")
                .accepted();
        item = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .getString("data.inspection.checklist.items[0].id");
        finding = answer(Map.of("note", "软管老化")).accepted().text("inspection.findings[0].id");
    }

    @Test
    void needsAGradeAndPhotosOfTheFindingBeforeAndAfter() {
        // When
        Payload ungraded = answer(Map.of("fixedOnSite", true));
        Payload withoutPhotos = answer(Map.of("fixedOnSite", true, "grade", "GENERAL"));
        loop.upload(OFFICER_LANKAO, finding, "BEFORE");
        loop.upload(MANAGER_LANKAO, finding, "AFTER");
        Payload withTheEnterprisesPhoto = answer(Map.of("fixedOnSite", true, "grade", "GENERAL"));
        loop.upload(OFFICER_LANKAO, finding, "AFTER");
        Payload proven = answer(Map.of("fixedOnSite", true, "grade", "GENERAL"));

        // Then
        assertEquals(List.of("GRADE_REQUIRED"), ungraded.userErrorCodes());
        assertEquals(List.of("EVIDENCE_REQUIRED"), withoutPhotos.userErrorCodes());
        assertEquals(List.of("AUTHORITY_EVIDENCE_REQUIRED"), withTheEnterprisesPhoto.userErrorCodes());
        assertEquals("GENERAL", proven.accepted().text("inspection.findings[0].grade"));
    }

    @Test
    void majorProblemDoesNotVanishOnTheSpot() {
        // Given
        loop.upload(OFFICER_LANKAO, finding, "BEFORE");
        loop.upload(OFFICER_LANKAO, finding, "AFTER");

        // When
        Payload major = answer(Map.of("fixedOnSite", true, "grade", "MAJOR"));

        // Then
        assertEquals(List.of("GENERAL_GRADE_REQUIRED"), major.userErrorCodes());
    }

    @Test
    void photosOfAFindingAreThoseOfItsVisitAndNoneOfAnotherFinding() {
        // Given
        byte[] photo = Loop.photo();
        loop.send(OFFICER_LANKAO, finding, "BEFORE", photo).then().statusCode(201);

        // When
        String reused =
                loop.send(OFFICER_LANKAO, finding, "AFTER", photo).jsonPath().getString("errors[0].extensions.code");
        List<String> stages = LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { evidence { nodes { stage } } } }", Map.of("id", visit))
                .getList("data.inspection.evidence.nodes.stage");

        // Then
        assertEquals("EVIDENCE_REUSED", reused);
        assertEquals(List.of("BEFORE"), stages);
    }

    @Test
    void historyNamesTheOfficersOfTheVisitAndTheNoteOfTheFinding() {
        // When
        var history = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { inspection(id: $id) { officers { name certificateNumber } }"
                                + " history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", visit));

        // Then
        List<Map<String, String>> officers = history.getList("data.inspection.officers");
        String named = officers.get(0).get("name") + " (" + officers.get(0).get("certificateNumber") + "), "
                + officers.get(1).get("name") + " (" + officers.get(1).get("certificateNumber") + ")";
        String entry = "data.history.nodes.find { it.action == '%s' }.details.find { it.name == '%s' }.value";
        assertEquals(named, history.getString(entry.formatted("PLANNED", "officers")));
        assertEquals("软管老化", history.getString(entry.formatted("FINDING_RECORDED", "note")));
    }

    private Payload answer(Map<String, ?> more) {
        Map<String, Object> input =
                new HashMap<>(Map.of("inspectionId", visit, "itemId", item, "result", "NON_COMPLIANT"));
        input.putAll(more);
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("recordFinding", "RecordFindingInput", input, "inspection { findings { id grade } }");
    }
}
