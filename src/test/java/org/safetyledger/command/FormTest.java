package org.safetyledger.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** An input is checked as a whole. */
@LedgerTest
class FormTest {
    private final Loop loop = new Loop();

    @Test
    void eachMistakeOfAFormIsToldAndNothingIsChanged() {
        // Given
        Map<String, Object> input = new HashMap<>(Map.of(
                "enterpriseId",
                loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                "title",
                " ",
                "description",
                "a".repeat(2001),
                "place",
                "b\u0000",
                "category",
                "",
                "requestId",
                "c".repeat(101)));
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        LedgerClient.Payload payload = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate("reportHazard", "ReportHazardInput", input, "hazard { id }");

        // Then
        assertEquals(
                Map.of(
                        "title", "TEXT_REQUIRED",
                        "description", "TEXT_TOO_LONG",
                        "place", "CONTROL_CHARACTERS",
                        "category", "TEXT_REQUIRED",
                        "requestId", "TEXT_TOO_LONG"),
                errors(payload));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void numberIsReadWhetherItHadToBeGivenOrNot() {
        // Given
        Form form = new Form(Map.of("rating", 4));

        // Then
        assertEquals(4, form.count("rating"));
        assertEquals(4, form.count("rating", 1));
        assertEquals(1, form.count("days", 1));
    }

    @Test
    void mistakesOfAPartAreToldWithTheirPath() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        LedgerClient.Payload payload = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate(
                        "confirmHazard",
                        "ConfirmHazardInput",
                        Map.of(
                                "id",
                                hazard,
                                "grade",
                                "MAJOR",
                                "opinion",
                                Map.of(
                                        "basis",
                                        "FORENSIC_OPINION",
                                        "issuingBody",
                                        "",
                                        "documentNumber",
                                        "d".repeat(201))),
                        "hazard { id }");

        // Then
        assertEquals(
                Map.of("opinion.issuingBody", "TEXT_REQUIRED", "opinion.documentNumber", "TEXT_TOO_LONG"),
                errors(payload));
    }

    @Test
    void malformedIdsAreMistakesOfAFormLikeOthers() {
        // When
        LedgerClient.Payload payload = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of("enterpriseId", "hazard_x", "title", "", "category", "FIRE_FACILITIES"),
                        "hazard { id }");

        // Then
        assertEquals(Map.of("enterpriseId", "MALFORMED_ID", "title", "TEXT_REQUIRED"), errors(payload));
    }

    @Test
    void whatAnErrorTellsIsThereForPrograms() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        LedgerClient.Payload wrongState =
                told("closeHazard", "CloseHazardInput", Map.of("id", hazard, "requestId", "c".repeat(100)));
        LedgerClient.Payload tooLong =
                told("closeHazard", "CloseHazardInput", Map.of("id", hazard, "requestId", "c".repeat(101)));

        // Then
        assertEquals(List.of("state=REPORTED", "needed=REVIEWING, FIXED_ON_SITE"), details(wrongState));
        assertEquals(List.of("max=100"), details(tooLong));
    }

    private static LedgerClient.Payload told(String mutation, String input, Map<String, Object> values) {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate(mutation, input, values, "hazard { id } more: userErrors { details { key: name value } }");
    }

    private static List<String> details(LedgerClient.Payload payload) {
        List<Map<String, String>> details = payload.answer().getList(payload.root() + ".more[0].details");
        return details.stream()
                .map(detail -> detail.get("key") + "=" + detail.get("value"))
                .toList();
    }

    private static Map<String, String> errors(LedgerClient.Payload payload) {
        List<List<String>> paths = payload.answer().getList(payload.root() + ".userErrors.path");
        List<String> codes = payload.userErrorCodes();
        Map<String, String> errors = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            errors.put(String.join(".", paths.get(i)), codes.get(i));
        }
        return errors;
    }
}
