package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Reports and requirements are put right before they are decided on and accepted; nothing of before is lost, and no clock moves. */
@LedgerTest
class CorrectionTest {
    private static final String HAZARD =
            "id status title description place position { longitude latitude datum accuracyMetres }"
                    + " deadline { startedAt dueAt } stateDeadline { startedAt dueAt }";
    private static final Map<String, Object> POSITION =
            Map.of("longitude", 114.8213, "latitude", 34.8224, "datum", "GCJ02", "accuracyMetres", 15);

    private final Loop loop = new Loop();

    @ParameterizedTest
    @MethodSource("reporters")
    void reporterPutsItRightUntilItIsDecidedOnAndNoClockMoves(TestCaller reporter) {
        // Given
        String hazard = loop.reportedHazard(reporter, LANKAO_ENTERPRISE);
        JsonPath before = look(reporter, hazard);

        // When
        Payload corrected = correct(reporter, hazard, Map.of("title", "压力表超期", "place", "二车间东侧", "position", POSITION));
        loop.confirm(OFFICER_LANKAO, hazard);
        Payload late = correct(reporter, hazard, Map.of("title", "又改"));

        // Then
        assertEquals("压力表超期", corrected.accepted().text("hazard.title"));
        assertEquals("二车间东侧", corrected.text("hazard.place"));
        assertEquals(114.8213, corrected.answer().getDouble("data.correctHazard.hazard.position.longitude"), 1e-12);
        assertEquals("GCJ02", corrected.text("hazard.position.datum"));
        for (String clock : List.of("deadline", "stateDeadline")) {
            assertEquals(before.getMap("data.hazard." + clock), corrected.<Map<String, ?>>get("hazard." + clock));
        }
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
    }

    static List<TestCaller> reporters() {
        return List.of(WORKER_LANKAO, MANAGER_LANKAO, INTEGRATION_LANKAO, OFFICER_LANKAO);
    }

    @Test
    void historyKeepsWhatItSaidBeforeAndWhy() {
        // Given
        String hazard = loop.reportedHazard(WORKER_LANKAO, LANKAO_ENTERPRISE);
        String title = look(WORKER_LANKAO, hazard).getString("data.hazard.title");

        // When
        correct(OFFICER_LANKAO_2, hazard, Map.of("title", "压力表超期")).accepted();

        // Then
        JsonPath history = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", hazard));
        assertEquals(List.of("REPORTED", "CORRECTED"), history.getList("data.history.nodes.action"));
        assertEquals(
                Map.of("title", "压力表超期", "titleBefore", title, "reason", "笔误"),
                details(history.getList("data.history.nodes[1].details")));
    }

    private static Map<String, String> details(List<Map<String, String>> told) {
        Map<String, String> details = new HashMap<>();
        told.forEach(detail -> details.put(detail.get("name"), detail.get("value")));
        return details;
    }

    @Test
    void nobodyElseOfTheEnterprisePutsItRight() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload byManager = correct(MANAGER_LANKAO, hazard, Map.of("title", "没有问题"));
        Payload byWorker = correct(WORKER_LANKAO, hazard, Map.of("title", "没有问题"));
        Payload byNeighbour = correct(OFFICER_QIXIAN, hazard, Map.of("title", "没有问题"));
        String foretold = ForeseenActions.code(MANAGER_LANKAO, "hazard", hazard, "correctHazard");

        // Then
        assertEquals(List.of("NOT_THE_REPORTER"), byManager.userErrorCodes());
        assertEquals("NOT_THE_REPORTER", foretold);
        assertEquals(List.of("NOT_FOUND"), byWorker.errorCodes());
        assertEquals(List.of("NOT_FOUND"), byNeighbour.errorCodes());
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void coordinateIsKeptAsItIsGivenWithItsDatumAndReadInLists() {
        // Given
        Map<String, Object> report = new HashMap<>(Map.of(
                "enterpriseId",
                loop.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE),
                "title",
                "储罐区围堰破损 " + UUID.randomUUID(),
                "category",
                "FIRE_FACILITIES",
                "position",
                Map.of("longitude", 114.82, "latitude", 34.83, "datum", "CGCS2000")));

        // When
        String hazard = LedgerClient.as(OFFICER_LANKAO)
                .mutate("reportHazard", "ReportHazardInput", report, "hazard { id }")
                .accepted()
                .text("hazard.id");

        // Then
        JsonPath listed = LedgerClient.as(MANAGER_LANKAO)
                .query("{ hazards(orderBy: REPORTED_AT_DESC, first: 1) { nodes { " + HAZARD + " } } }");
        assertEquals(hazard, listed.getString("data.hazards.nodes[0].id"));
        assertEquals("CGCS2000", listed.getString("data.hazards.nodes[0].position.datum"));
        assertEquals(114.82, listed.getDouble("data.hazards.nodes[0].position.longitude"), 1e-12);
        assertEquals(34.83, listed.getDouble("data.hazards.nodes[0].position.latitude"), 1e-12);
        assertNull(listed.get("data.hazards.nodes[0].position.accuracyMetres"));
    }

    @ParameterizedTest
    @CsvSource({
        "180.5, 34.8, WGS84, 5, position.longitude, VALUE_OUT_OF_RANGE",
        "-181, 34.8, WGS84, 5, position.longitude, VALUE_OUT_OF_RANGE",
        "114.8, 90.0001, GCJ02, 5, position.latitude, VALUE_OUT_OF_RANGE",
        "114.8, 34.8, GCJ02, 0, position.accuracyMetres, VALUE_OUT_OF_RANGE",
        "114.8, 34.8, GCJ02, 100001, position.accuracyMetres, VALUE_OUT_OF_RANGE",
    })
    void coordinateThatIsNowhereIsRefused(
            double longitude, double latitude, String datum, int accuracy, String field, String code) {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload corrected = correct(
                OFFICER_LANKAO,
                hazard,
                Map.of(
                        "position",
                        Map.of(
                                "longitude",
                                longitude,
                                "latitude",
                                latitude,
                                "datum",
                                datum,
                                "accuracyMetres",
                                accuracy)));

        // Then
        assertEquals(List.of(code), corrected.userErrorCodes());
        assertEquals(List.of(field.split("\\.")), corrected.get("userErrors[0].path"));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void whatIsNullIsTakenBackAndWhatIsAbsentStays() {
        // Given
        String hazard = loop.reportedHazard(WORKER_LANKAO, LANKAO_ENTERPRISE);
        correct(WORKER_LANKAO, hazard, Map.of("description", "气味刺鼻", "place", "二车间", "position", POSITION))
                .accepted();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("place", null);
        nothing.put("position", null);
        Map<String, Object> empty = new HashMap<>(Map.of("description", ""));

        // When
        Payload without = correct(WORKER_LANKAO, hazard, nothing).accepted();
        Payload described =
                correct(WORKER_LANKAO, hazard, Map.of("title", "压力表超期")).accepted();
        Payload undescribed = correct(WORKER_LANKAO, hazard, empty).accepted();
        Payload again = correct(WORKER_LANKAO, hazard, nothing);

        // Then
        assertNull(without.get("hazard.place"));
        assertNull(without.get("hazard.position"));
        assertEquals("气味刺鼻", without.text("hazard.description"));
        assertEquals("气味刺鼻", described.text("hazard.description"));
        assertNull(undescribed.get("hazard.description"));
        assertEquals(List.of("NOTHING_CHANGED"), again.userErrorCodes());
        JsonPath history = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { details { name value } } } }",
                        Map.of("id", hazard));
        Map<String, String> told = details(history.getList("data.history.nodes[2].details"));
        assertEquals("", told.get("place"));
        assertEquals("二车间", told.get("placeBefore"));
    }

    @Test
    void correctionOfNothingIsRefused() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        String title = look(OFFICER_LANKAO, hazard).getString("data.hazard.title");

        // When
        Payload nothing = correct(OFFICER_LANKAO, hazard, Map.of());
        Payload same = correct(OFFICER_LANKAO, hazard, Map.of("title", title));

        // Then
        assertEquals(List.of("NOTHING_CHANGED"), nothing.userErrorCodes());
        assertEquals(List.of("NOTHING_CHANGED"), same.userErrorCodes());
    }

    @Test
    void requirementIsPutRightUntilTheEnterpriseAcceptsIt() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        String clocks = "rectificationTask { requirement deadline { dueAt } stateDeadline { dueAt } }";
        JsonPath before = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { rectificationTask(id: $id) { requirement deadline { dueAt } stateDeadline { dueAt } } }",
                        Map.of("id", task));

        // When
        Payload same = correctTask(task, before.getString("data.rectificationTask.requirement"), clocks);
        Payload corrected = correctTask(task, "更换两具灭火器", clocks);
        LedgerClient.as(MANAGER_LANKAO)
                .mutate("acceptRectification", "RectificationInput", Map.of("id", task), "__typename")
                .accepted();
        Payload late = correctTask(task, "更换三具灭火器", clocks);

        // Then
        assertEquals(List.of("NOTHING_CHANGED"), same.userErrorCodes());
        assertEquals("更换两具灭火器", corrected.accepted().text("rectificationTask.requirement"));
        for (String clock : List.of("deadline", "stateDeadline")) {
            assertEquals(
                    before.getString("data.rectificationTask." + clock + ".dueAt"),
                    corrected.text("rectificationTask." + clock + ".dueAt"));
        }
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
    }

    private static Payload correctTask(String task, String requirement, String selection) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "correctRectification",
                        "CorrectRectificationInput",
                        Map.of("id", task, "requirement", requirement, "reason", "数量有误"),
                        selection);
    }

    private static JsonPath look(TestCaller reader, String hazard) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { hazard(id: $id) { " + HAZARD + " } }", Map.of("id", hazard));
    }

    private static Payload correct(TestCaller caller, String hazard, Map<String, ?> correction) {
        Map<String, Object> input = new HashMap<>(correction);
        input.putAll(Map.of("id", hazard, "reason", "笔误"));
        return LedgerClient.as(caller)
                .mutate("correctHazard", "CorrectHazardInput", input, "hazard { " + HAZARD + " }");
    }
}
