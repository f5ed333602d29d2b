package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
                        Map.of("id", hazard, "duplicateOfId", original),
                        "hazard { status }");
    }
}
