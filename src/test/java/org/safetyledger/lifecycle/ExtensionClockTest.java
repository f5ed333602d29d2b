package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class ExtensionClockTest {
    private final Loop loop = new Loop();

    @Inject
    LedgerTables ledger;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clockThatRanBeforeAnExtensionWasAskedForComesBackWithItsDecision(boolean approved) {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        Map<String, Object> before = stateDeadline(task);
        run(
                MANAGER_LANKAO,
                "requestExtension",
                "RequestExtensionInput",
                Map.of(
                        "id",
                        task,
                        "requestedDueAt",
                        OffsetDateTime.now().plusDays(33).toString(),
                        "reason",
                        "设备到货延迟",
                        "interimMeasures",
                        "停用并隔离"));
        Map<String, Object> meanwhile = stateDeadline(task);

        // When
        run(
                COUNTY_LEADER_LANKAO,
                "decideExtension",
                "DecideExtensionInput",
                Map.of("id", task, "approved", approved, "comment", "按程序办理"));

        // Then
        assertNotNull(before);
        assertNotEquals(before, meanwhile);
        assertEquals(before, stateDeadline(task));
    }

    @Test
    void extensionOfAMajorHazardIsAskedForUntilItsLastMoment() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        loop.planMajor(MANAGER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        ledger.change(
                "update rectification_task set due_at = clock_timestamp() + interval '2 hours',"
                        + " assigned_at = clock_timestamp() - interval '40 days' where id = ?",
                NodeId.parse(task).orElseThrow().uuid());

        // When
        Payload asked = LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "requestExtension",
                        "RequestExtensionInput",
                        Map.of(
                                "id",
                                task,
                                "requestedDueAt",
                                OffsetDateTime.now().plusDays(10).toString(),
                                "reason",
                                "设备到货延迟",
                                "interimMeasures",
                                "停用并隔离"),
                        "rectificationTask { status }");

        // Then
        assertEquals("EXTENSION_REQUESTED", asked.accepted().text("rectificationTask.status"));
    }

    private static Map<String, Object> stateDeadline(String task) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { rectificationTask(id: $id) { stateDeadline { rule startedAt dueAt } } }",
                        Map.of("id", task))
                .getMap("data.rectificationTask.stateDeadline");
    }

    private static void run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        LedgerClient.as(caller)
                .mutate(mutation, inputType, input, "rectificationTask { id }")
                .accepted();
    }
}
