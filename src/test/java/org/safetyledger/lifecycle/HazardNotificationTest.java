package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.HazardNotificationScene.toCongress;
import static org.safetyledger.testing.HazardNotificationScene.toWorkers;
import static org.safetyledger.testing.HazardNotificationScene.told;
import static org.safetyledger.testing.HazardNotificationScene.withdraw;
import static org.safetyledger.testing.HazardNotificationScene.workersTold;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** What an enterprise tells its workers, their congress and its neighbours of a hazard, who reads it, and what is missing. */
@LedgerTest
class HazardNotificationTest {
    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void enterpriseTellsItsWorkersOfAHazardAndTheyAndItsAuthoritiesReadIt() {
        // Given
        String hazard = confirmed();
        String board = loop.upload(MANAGER_LANKAO, hazard, "OTHER");
        Map<String, Object> onTheBoard = toWorkers(hazard);
        onTheBoard.put("evidenceId", board);

        // When
        String notification = told(MANAGER_LANKAO, onTheBoard).accepted().text("hazardNotification.id");

        // Then
        for (TestCaller reader :
                List.of(OFFICER_LANKAO, FIRE_LANKAO, MANAGER_LANKAO, WORKER_LANKAO, INTEGRATION_LANKAO)) {
            JsonPath read = atHazard(reader, hazard);
            assertEquals(List.of(notification), read.getList("data.hazard.notifications.nodes.id"), reader.subject());
            assertEquals(
                    List.of("WORKERS NOTICE_BOARD 二号仓库全体当班人员"),
                    read.getList("data.hazard.notifications.nodes.collect"
                            + " { [it.audience, it.means, it.recipients].join(' ') }"));
            assertEquals(List.of(board), read.getList("data.hazard.notifications.nodes.evidence.id"));
        }
        assertEquals(
                List.of("manager-lankao"),
                atHazard(OFFICER_LANKAO, hazard).getList("data.hazard.notifications.nodes.recordedBy"));
        assertNull(atHazard(WORKER_LANKAO, hazard).get("data.hazard.notifications.nodes[0].recordedBy"));
        assertNull(atHazard(INTEGRATION_LANKAO, hazard).get("data.hazard.notifications.nodes[0].recordedBy"));
        assertEquals(List.of("RECORDED"), history(WORKER_LANKAO, notification).getList("data.history.nodes.action"));
        for (TestCaller outsider : List.of(OFFICER_QIXIAN, MANAGER_QIXIAN)) {
            assertNull(LedgerClient.as(outsider)
                    .query("query($id: ID!) { hazardNotification(id: $id) { id } }", Map.of("id", notification))
                    .get("data.hazardNotification"));
        }
    }

    @Test
    void majorHazardOfWhichNobodyWasToldInTimeSaysWhoIsMissing() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        List<String> inTime = missing(OFFICER_LANKAO, hazard);
        LocalDate graded = LocalDate.now(Times.ZONE).minusDays(10);
        age(hazard, graded);
        String dueAt = graded.plusDays(3) + "T23:59:59+08:00";

        // When
        List<String> late = missing(OFFICER_LANKAO, hazard);
        String notification = workersTold(hazard);
        List<String> halfTold = missing(OFFICER_LANKAO, hazard);
        told(MANAGER_LANKAO, toCongress(hazard)).accepted();
        List<String> told = missing(INTEGRATION_LANKAO, hazard);
        Payload withdrawn = withdraw(MANAGER_LANKAO, notification);

        // Then
        assertEquals(List.of(), inTime);
        assertEquals(List.of("WORKERS " + dueAt, "WORKERS_CONGRESS " + dueAt), late);
        assertEquals(List.of("WORKERS_CONGRESS " + dueAt), halfTold);
        assertEquals(List.of(), told);
        assertEquals("WITHDRAWN", withdrawn.accepted().text("hazardNotification.status"));
        assertEquals(List.of("WORKERS " + dueAt), missing(WORKER_LANKAO, hazard));
        assertEquals(
                List.of("WRONG_STATE"), withdraw(MANAGER_LANKAO, notification).userErrorCodes());
        assertEquals(
                List.of("RECORDED", "WITHDRAWN"),
                history(OFFICER_LANKAO, notification).getList("data.history.nodes.action"));
        assertEquals(
                List.of("WORKERS_CONGRESS"),
                atHazard(WORKER_LANKAO, hazard).getList("data.hazard.notifications.nodes.audience"));
    }

    @Test
    void generalHazardMissesNoNotification() {
        // Given
        String hazard = confirmed();

        // When
        age(hazard, LocalDate.now(Times.ZONE).minusDays(10));

        // Then
        assertEquals(List.of(), missing(OFFICER_LANKAO, hazard));
    }

    @Test
    void whatWasNotToldLikeThatIsRefusedAndNothingChanges() {
        // Given
        String hazard = confirmed();
        String foreign = loop.upload(MANAGER_LANKAO, confirmed(), "OTHER");
        String rejected = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "rejectHazard",
                        "HazardReasonInput",
                        Map.of("id", rejected, "reason", "现场核实不存在"),
                        "hazard { id }")
                .accepted();
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload future =
                told(MANAGER_LANKAO, at(hazard, OffsetDateTime.now(Times.ZONE).plusHours(1)));
        Payload early =
                told(MANAGER_LANKAO, at(hazard, OffsetDateTime.now(Times.ZONE).minusDays(1)));
        Map<String, Object> unproved = toWorkers(hazard);
        unproved.put("evidenceId", foreign);
        Payload otherPhoto = told(MANAGER_LANKAO, unproved);
        Map<String, Object> onTheBoard = toCongress(hazard);
        onTheBoard.put("means", "NOTICE_BOARD");
        Payload congressByBoard = told(MANAGER_LANKAO, onTheBoard);
        Payload ofRejected = told(MANAGER_LANKAO, toWorkers(rejected));
        Payload neighbour = told(MANAGER_QIXIAN, toWorkers(hazard));
        Payload officer = told(OFFICER_LANKAO, toWorkers(hazard));
        Payload worker = told(WORKER_LANKAO, toWorkers(hazard));

        // Then
        assertRefused("TIME_IN_FUTURE", "notifiedAt", future);
        assertRefused("NOTIFIED_BEFORE_DISCOVERY", "notifiedAt", early);
        assertRefused("REFERENCE_NOT_FOUND", "evidenceId", otherPhoto);
        assertRefused("MEANS_DO_NOT_FIT", "means", congressByBoard);
        assertRefused("WRONG_STATE", "hazardId", ofRejected);
        assertEquals(List.of("NOT_FOUND"), neighbour.errorCodes());
        assertEquals(List.of("FORBIDDEN"), officer.errorCodes());
        assertEquals(List.of("FORBIDDEN"), worker.errorCodes());
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private static Map<String, Object> at(String hazard, OffsetDateTime time) {
        Map<String, Object> told = toWorkers(hazard);
        told.put("notifiedAt", time.toString());
        return told;
    }

    private static void assertRefused(String code, String field, Payload refused) {
        assertEquals(List.of(code), refused.userErrorCodes());
        assertEquals(List.of(field), refused.get("userErrors[0].path"));
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    /** Has it reported, and graded if it was, on an earlier day. */
    private void age(String hazard, LocalDate day) {
        tables.change(
                "update hazard set reported_at = ?::date::timestamp at time zone 'Asia/Shanghai',"
                        + " major_parties = jsonb_set(major_parties, '{takenOn}', to_jsonb(?::text)) where id = ?",
                day.toString(),
                day.toString(),
                NodeId.require(NodeType.HAZARD, hazard, "id"));
    }

    private static List<String> missing(TestCaller reader, String hazard) {
        return atHazard(reader, hazard)
                .getList("data.hazard.missingNotifications.collect { it.audience + ' ' + it.dueAt }");
    }

    private static JsonPath atHazard(TestCaller reader, String hazard) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { hazard(id: $id) { missingNotifications { audience dueAt } notifications"
                                + " { nodes { id audience means recipients recordedBy evidence { id } } } } }",
                        Map.of("id", hazard));
    }

    private static JsonPath history(TestCaller reader, String notification) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", notification));
    }
}
