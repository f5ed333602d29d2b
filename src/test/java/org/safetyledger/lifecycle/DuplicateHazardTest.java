package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class DuplicateHazardTest {
    private final Loop loop = new Loop();

    @Test
    void rejectedHazardIsNoOriginalOfADuplicate() {
        // Given
        String original = reported();
        String hazard = reported();
        reject(original);

        // When
        Payload marked = markDuplicate(hazard, original);

        // Then
        assertEquals(List.of("DUPLICATE_TARGET_INVALID"), marked.userErrorCodes());
    }

    @Test
    void duplicatesComeBackWhenTheirOriginalIsRejected() {
        // Given
        String original = reported();
        String first = reported();
        String second = reported();
        markDuplicate(first, original).accepted();
        markDuplicate(second, original).accepted();

        // When
        reject(original);

        // Then
        for (String duplicate : List.of(first, second)) {
            JsonPath seen = LedgerClient.as(OFFICER_LANKAO)
                    .query(
                            "query($id: ID!) { hazard(id: $id) { status duplicateOf { id } stateDeadline { dueAt } }"
                                    + " history(of: $id) { nodes { action status } } }",
                            Map.of("id", duplicate));
            assertEquals("REPORTED", seen.getString("data.hazard.status"));
            assertNull(seen.get("data.hazard.duplicateOf"));
            assertNotNull(seen.get("data.hazard.stateDeadline"));
            assertEquals(
                    List.of("REPORTED", "MARKED_DUPLICATE", "ORIGINAL_REJECTED"),
                    seen.getList("data.history.nodes.action"));
        }
    }

    @ParameterizedTest
    @MethodSource("reporters")
    void duplicateCarriesItsReasonAndIsContestedByItsReporterOnce(TestCaller reporter) {
        // Given
        String hazard = loop.reportedHazard(reporter, TestCaller.LANKAO_ENTERPRISE);
        markDuplicate(hazard, reported()).accepted();
        JsonPath seen = LedgerClient.as(reporter)
                .query("query($id: ID!) { hazard(id: $id) { rejectionReason } }", Map.of("id", hazard));
        String foretold = ForeseenActions.code(OFFICER_LANKAO, "hazard", hazard, "contestHazardRejection");

        // When
        Payload byOther = contest(OFFICER_LANKAO, hazard);
        Payload contested = contest(reporter, hazard);
        markDuplicate(hazard, reported()).accepted();
        Payload again = contest(reporter, hazard);

        // Then
        assertEquals("与另一条为同一处", seen.getString("data.hazard.rejectionReason"));
        assertEquals("NOT_THE_REPORTER", foretold);
        assertEquals(List.of("NOT_THE_REPORTER"), byOther.userErrorCodes());
        assertEquals("REPORTED", contested.accepted().text("hazard.status"));
        assertNull(contested.get("hazard.duplicateOf"));
        assertEquals(List.of("ALREADY_CONTESTED"), again.userErrorCodes());
    }

    static List<TestCaller> reporters() {
        return List.of(TestCaller.WORKER_LANKAO, TestCaller.MANAGER_LANKAO, TestCaller.INTEGRATION_LANKAO);
    }

    @Test
    void systemContestsTheRejectionOfItsOwnReportsOnly() {
        // Given
        String own = loop.reportedHazard(TestCaller.INTEGRATION_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String other = reported();
        reject(own);
        reject(other);

        // When
        Payload ofOther = contest(TestCaller.INTEGRATION_LANKAO, other);
        Payload ofOwn = contest(TestCaller.INTEGRATION_LANKAO, own);

        // Then
        assertEquals(List.of("NOT_THE_REPORTER"), ofOther.userErrorCodes());
        assertEquals("REPORTED", ofOwn.accepted().text("hazard.status"));
    }

    private static Payload contest(TestCaller caller, String hazard) {
        return LedgerClient.as(caller)
                .mutate(
                        "contestHazardRejection",
                        "HazardReasonInput",
                        Map.of("id", hazard, "reason", "两处不同"),
                        "hazard { status duplicateOf { id } }");
    }

    private String reported() {
        return loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
    }

    private static void reject(String hazard) {
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "现场核实不存在"), "hazard { id }")
                .accepted();
    }

    private static Payload markDuplicate(String hazard, String original) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "markDuplicateHazard",
                        "MarkDuplicateHazardInput",
                        Map.of("id", hazard, "duplicateOfId", original, "reason", "与另一条为同一处"),
                        "hazard { status }");
    }
}
