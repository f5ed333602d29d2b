package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

@LedgerTest
@Tag("also-of-executable")
class IdempotencyTest {
    private static final int COPIES = 8;

    private final Loop loop = new Loop();
    private final LedgerTables database = new LedgerTables();

    @Test
    void copiesOfOneRequestThatArriveTogetherMakeOneObject() {
        // Given
        Map<String, Object> input = report(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        input.put("requestId", UUID.randomUUID().toString());

        // When
        List<Payload> answers = Together.act(COPIES, _ -> report(TestCaller.OFFICER_LANKAO, input));

        // Then
        List<String> ids = answers.stream()
                .map(answer -> answer.accepted().text("hazard.id"))
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertEquals("1", count("hazard", (String) input.get("title")));
        assertEquals(List.of("REPORTED"), history(ids.getFirst()));
    }

    @Test
    void copiesOfOneChangeThatArriveTogetherChangeOnce() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<String, Object> input = Map.of(
                "id", hazard, "grade", "GENERAL", "requestId", UUID.randomUUID().toString());

        // When
        List<Payload> answers = Together.act(
                COPIES,
                _ -> LedgerClient.as(TestCaller.OFFICER_LANKAO)
                        .mutate("confirmHazard", "ConfirmHazardInput", input, "hazard { id status version }"));

        // Then
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.accepted().text("hazard.status") + answer.get("hazard.version"))
                        .distinct()
                        .count());
        assertEquals(List.of("REPORTED", "CONFIRMED"), history(hazard));
    }

    @Test
    void requestIdWithOtherContentIsRefusedAndChangesNothing() {
        // Given
        Map<String, Object> input = report(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        input.put("requestId", UUID.randomUUID().toString());
        report(TestCaller.OFFICER_LANKAO, input).accepted();

        // When
        input.put("title", "别的隐患 " + UUID.randomUUID());
        Payload second = report(TestCaller.OFFICER_LANKAO, input);

        // Then
        assertEquals(List.of("CLIENT_ID_REUSED"), second.userErrorCodes());
        assertNull(second.get("hazard"));
        assertEquals("0", count("hazard", (String) input.get("title")));
    }

    @Test
    void reportRetriedUnderItsClientMadeIdIsAnsweredAsTheFirstTime() {
        // Given
        Map<String, Object> input = report(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String id = newId(NodeType.HAZARD);
        input.put("id", id);

        // When
        List<Payload> together = Together.act(COPIES, _ -> report(TestCaller.OFFICER_LANKAO, input));
        Payload later = report(TestCaller.OFFICER_LANKAO, input);

        // Then
        together.forEach(answer -> assertEquals(id, answer.accepted().text("hazard.id")));
        assertEquals(id, later.accepted().text("hazard.id"));
        assertEquals("1", count("hazard", (String) input.get("title")));
        assertEquals(List.of("REPORTED"), history(id));
    }

    @Test
    void clientMadeIdWithOtherContentIsRefused() {
        // Given
        Map<String, Object> input = report(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        input.put("id", newId(NodeType.HAZARD));
        report(TestCaller.OFFICER_LANKAO, input).accepted();

        // When
        input.put("title", "别的隐患 " + UUID.randomUUID());
        Payload withoutRequestId = report(TestCaller.OFFICER_LANKAO, input);
        input.put("requestId", UUID.randomUUID().toString());
        Payload withRequestId = report(TestCaller.OFFICER_LANKAO, input);

        // Then
        assertReused(withoutRequestId, "hazard");
        assertReused(withRequestId, "hazard");
        assertEquals("0", count("hazard", (String) input.get("title")));
    }

    @Test
    void repeatThatIsWrittenOtherwiseIsAnsweredAsTheFirstTime() {
        // Given
        Map<String, Object> input = report(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String id = newId(NodeType.HAZARD);
        input.put("id", id);
        input.put("place", "二号仓库");
        input.put("discoveredAt", "2026-03-01T08:30:00+08:00");
        report(TestCaller.OFFICER_LANKAO, input).accepted();

        // When
        input.put("discoveredAt", "2026-03-01T00:30:00.000Z");
        assertEquals(id, report(TestCaller.OFFICER_LANKAO, input).accepted().text("hazard.id"));
        input.put("description", "");
        assertEquals(id, report(TestCaller.OFFICER_LANKAO, input).accepted().text("hazard.id"));
        input.put("place", "二号仓库 ");
        assertEquals(id, report(TestCaller.OFFICER_LANKAO, input).accepted().text("hazard.id"));
        input.put("requestId", UUID.randomUUID().toString());
        assertEquals(id, report(TestCaller.OFFICER_LANKAO, input).accepted().text("hazard.id"));
        input.put("requestId", UUID.randomUUID().toString());
        assertEquals(id, report(TestCaller.OFFICER_LANKAO, input).accepted().text("hazard.id"));

        // Then
        assertEquals("1", count("hazard", (String) input.get("title")));
        assertEquals(List.of("REPORTED"), history(id));
        input.put("place", "三号仓库");
        assertEquals(
                List.of("CLIENT_ID_REUSED"),
                report(TestCaller.OFFICER_LANKAO, input).userErrorCodes());
    }

    @Test
    void repeatUnderTheClientMadeIdAloneIsAnsweredThoughTheFirstHadARequestId() {
        // Given
        Map<String, Object> input = plan(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String id = newId(NodeType.INSPECTION);
        input.put("id", id);
        input.put("announced", false);
        input.put("requestId", UUID.randomUUID().toString());
        plan(TestCaller.OFFICER_LANKAO, input).accepted();

        // When
        input.remove("requestId");
        input.remove("announced");
        input.remove("officerIds");
        Payload again = plan(TestCaller.OFFICER_LANKAO, input);

        // Then
        assertEquals(id, again.accepted().text("inspection.id"));
        assertEquals(List.of("PLANNED"), history(id));
    }

    @Test
    void idOfSomebodyElsesHazardIsRefusedWithoutTellingAnythingOfIt() {
        // Given
        String foreign = loop.reportedHazard(TestCaller.OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE);
        Map<String, Object> input = report(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        input.put("id", foreign);

        // When
        Payload answer = report(TestCaller.OFFICER_LANKAO, input);
        Payload again = report(TestCaller.OFFICER_LANKAO, input);

        // Then
        assertReused(answer, "hazard");
        assertReused(again, "hazard");
        assertEquals(List.of("REPORTED"), history(foreign));
    }

    @Test
    void inspectionPlannedTwiceUnderItsClientMadeIdIsPlannedOnce() {
        // Given
        Map<String, Object> input = plan(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String id = newId(NodeType.INSPECTION);
        input.put("id", id);

        // When
        Payload first = plan(TestCaller.OFFICER_LANKAO, input);
        Payload second = plan(TestCaller.OFFICER_LANKAO, input);
        input.put("announced", true);
        Payload other = plan(TestCaller.OFFICER_LANKAO, input);
        Map<String, Object> elsewhere = plan(TestCaller.OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE);
        elsewhere.put("id", id);
        Payload foreign = plan(TestCaller.OFFICER_QIXIAN, elsewhere);

        // Then
        assertEquals(id, first.accepted().text("inspection.id"));
        assertEquals(id, second.accepted().text("inspection.id"));
        assertReused(other, "inspection");
        assertReused(foreign, "inspection");
        assertEquals(List.of("PLANNED"), history(id));
    }

    @Test
    void taskAssignedTwiceUnderItsClientMadeIdIsAssignedOnce() {
        // Given
        String id = newId(NodeType.TASK);
        Map<String, Object> input = assignment(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE, id);
        Map<String, Object> elsewhere = assignment(TestCaller.OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE, id);

        // When
        Payload first = assign(TestCaller.OFFICER_LANKAO, input);
        Payload second = assign(TestCaller.OFFICER_LANKAO, input);
        input.put("requirement", "别的要求");
        Payload other = assign(TestCaller.OFFICER_LANKAO, input);
        Payload foreign = assign(TestCaller.OFFICER_QIXIAN, elsewhere);

        // Then
        assertEquals(id, first.accepted().text("rectificationTask.id"));
        assertEquals(id, second.accepted().text("rectificationTask.id"));
        assertReused(other, "rectificationTask");
        assertReused(foreign, "rectificationTask");
        assertEquals(List.of("ASSIGNED"), history(id));
        assertEquals(List.of("REPORTED", "CONFIRMED"), history((String) elsewhere.getOrDefault("hazardId", "")));
    }

    @Test
    void objectsOfTwoTypesUnderOneUuidKeepTheirOwnHistories() {
        // Given
        String inspection = loop.plannedInspection(TestCaller.OFFICER_LANKAO, LocalDate.now(Times.ZONE));
        UUID uuid = NodeId.parse(inspection).orElseThrow().uuid();
        Map<String, Object> input = report(TestCaller.OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE);
        String hazard = NodeId.text(NodeType.HAZARD, uuid);
        input.put("id", hazard);

        // When
        report(TestCaller.OFFICER_QIXIAN, input).accepted();

        // Then
        for (String id : List.of(inspection, hazard)) {
            var answer = LedgerClient.as(TestCaller.AUDITOR_CITY)
                    .query("query($id: ID!) { verifyHistory(of: $id) { intact entries } }", Map.of("id", id));
            assertEquals(true, answer.getBoolean("data.verifyHistory.intact"));
            assertEquals(1, answer.getInt("data.verifyHistory.entries"));
        }
        assertEquals(List.of("PLANNED"), history(inspection));
        assertEquals(List.of("REPORTED"), history(hazard));
    }

    private static void assertReused(Payload answer, String object) {
        assertEquals(List.of("CLIENT_ID_REUSED"), answer.userErrorCodes());
        assertEquals(List.of(), answer.errorCodes());
        assertEquals(List.of(List.of("id")), answer.get("userErrors.path"));
        assertNull(answer.get(object));
    }

    private Map<String, Object> report(TestCaller caller, String creditCode) {
        Map<String, Object> input = new HashMap<>();
        input.put("enterpriseId", loop.enterpriseId(caller, creditCode));
        input.put("title", "配电箱门敞开 " + UUID.randomUUID());
        input.put("category", "FIRE_FACILITIES");
        return input;
    }

    private static Payload report(TestCaller caller, Map<String, Object> input) {
        return LedgerClient.as(caller)
                .mutate("reportHazard", "ReportHazardInput", Collections.unmodifiableMap(input), "hazard { id }");
    }

    private Map<String, Object> plan(TestCaller caller, String creditCode) {
        String day = LocalDate.now(Times.ZONE).toString();
        String checklist = LedgerClient.as(caller)
                .query("query($day: Date) { checklists(first: 1, validOn: $day) { nodes { id } } }", Map.of("day", day))
                .getString("data.checklists.nodes[0].id");
        Map<String, Object> input = new HashMap<>();
        input.put("kind", "ASSISTANCE");
        input.put("enterpriseId", loop.enterpriseId(caller, creditCode));
        input.put("checklistId", checklist);
        input.put("plannedOn", day);
        input.put("officerIds", List.of());
        return input;
    }

    private static Payload plan(TestCaller caller, Map<String, Object> input) {
        return LedgerClient.as(caller).mutate("planInspection", "PlanInspectionInput", input, "inspection { id }");
    }

    private Map<String, Object> assignment(TestCaller officer, String creditCode, String id) {
        String hazard = loop.reportedHazard(officer, creditCode);
        loop.confirm(officer, hazard);
        Map<String, Object> input = new HashMap<>();
        input.put("id", id);
        input.put("hazardId", hazard);
        input.put("requirement", "清理通道并划线");
        return input;
    }

    private static Payload assign(TestCaller caller, Map<String, Object> input) {
        return LedgerClient.as(caller)
                .mutate("assignRectification", "AssignRectificationInput", input, "rectificationTask { id }");
    }

    private static String newId(NodeType type) {
        return NodeId.text(type, NodeId.newUuid());
    }

    private static List<String> history(String id) {
        return LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    private String count(String table, String title) {
        return database.value("select count(*) from " + table + " where title = ?", title);
    }
}
