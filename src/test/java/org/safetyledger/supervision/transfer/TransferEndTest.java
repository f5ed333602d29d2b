package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.EQUIPMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TransferScene.COMMITTEE_OFFICE;
import static org.safetyledger.testing.TransferScene.EQUIPMENT;
import static org.safetyledger.testing.TransferScene.FIRE;
import static org.safetyledger.testing.TransferScene.QIXIAN;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** What outlasts a transfer, and what it does not outlast: the end of the hazard, and of a department. */
@LedgerTest
class TransferEndTest {
    @Inject
    @CacheName("dissolved-departments")
    Cache dissolvedDepartments;

    private static final String TRANSFER =
            "query($id: ID!) { transfer(id: $id) { status endedWith endedAt hazard { id } } }";
    private static final String PARTIES =
            "query($id: ID!) { hazard(id: $id) { responsibleParties { holders { party name assignmentId } missing missingCodes }"
                    + " majorResponsibleParties { holders { party name assignmentId } missing missingCodes } } }";

    private final Loop loop = new Loop();
    private final LedgerTables database = new LedgerTables();

    @Test
    void transferThatWaitsEndsWithARejectedHazard() {
        // Given
        String hazard = TransferScene.hazard();
        String joint = TransferScene.sent(OFFICER_LANKAO, hazard, "JOINT", EQUIPMENT);
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);

        // When
        decide(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "不存在"));

        // Then
        assertEnded("REJECTED", FIRE_LANKAO, transfer);
        assertEnded("REJECTED", EQUIPMENT_LANKAO, joint);
        assertEquals(
                List.of("WRONG_STATE"),
                TransferScene.accept(FIRE_LANKAO, transfer).userErrorCodes());
        assertEquals(
                List.of("WRONG_STATE"),
                TransferScene.reject(EQUIPMENT_LANKAO, joint).userErrorCodes());
        assertEquals("REJECTED", detail(FIRE_LANKAO, transfer));
    }

    @Test
    void arbitrationEndsWithADuplicate() {
        // Given
        String original = TransferScene.hazard();
        String hazard = TransferScene.hazard();
        String transfer = TransferScene.awaitingArbitration(hazard);

        // When
        decide(
                OFFICER_LANKAO,
                "markDuplicateHazard",
                "MarkDuplicateHazardInput",
                Map.of("id", hazard, "duplicateOfId", original, "reason", "同一隐患"));

        // Then
        assertEnded("DUPLICATE", FIRE_LANKAO, transfer);
        assertEquals(
                List.of("WRONG_STATE"),
                TransferScene.arbitrate(COMMITTEE_OFFICE, transfer, FIRE).userErrorCodes());
    }

    @Test
    void transferEndsThoughItsHazardIsClosedByTheEnterpriseThatSeesNone() {
        // Given
        String hazard = loop.reportedHazard(MANAGER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", EQUIPMENT);
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE");
        loop.upload(MANAGER_LANKAO, hazard, "AFTER");

        // When
        loop.close(MANAGER_LANKAO, hazard);

        // Then
        assertEnded("CLOSED", EQUIPMENT_LANKAO, transfer);
        assertEquals(
                true,
                LedgerClient.as(TestCaller.AUDITOR_CITY)
                        .query("query($id: ID!) { verifyHistory(of: $id) { intact } }", Map.of("id", transfer))
                        .getBoolean("data.verifyHistory.intact"));
    }

    @Test
    void whatSilenceAcceptedStaysAcceptedWhenTheHazardIsClosed() throws SQLException {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);
        TransferScene.letTimePass(transfer);
        String task = loop.assign(FIRE_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(FIRE_LANKAO, task);

        // When
        loop.close(FIRE_LANKAO, hazard);

        // Then
        JsonPath read = LedgerClient.as(FIRE_LANKAO).query(TRANSFER, Map.of("id", transfer));
        assertEquals("ACCEPTED", read.getString("data.transfer.status"));
        assertEquals(hazard, read.getString("data.transfer.hazard.id"));
    }

    @Test
    void whoHandledAHazardReadsItForAWhileAfterItsEndAndAgainOnceItIsOpen() {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                .accepted();
        TransferScene.accept(EQUIPMENT_LANKAO, TransferScene.sent(FIRE_LANKAO, hazard, "ORDINARY", EQUIPMENT))
                .accepted();
        String task = loop.assign(EQUIPMENT_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(EQUIPMENT_LANKAO, task);
        List<String> whileOpen = ends(hazard);

        // When
        loop.close(EQUIPMENT_LANKAO, hazard);
        List<String> kept = ends(hazard);
        List<Boolean> seen = List.of(sees(FIRE_LANKAO, hazard), sees(EQUIPMENT_LANKAO, hazard));
        database.changePastTriggers(
                "update object_grant set starts_at = starts_at - interval '3 years', ends_at = ends_at - interval '3 years'"
                        + " where object_id = ?::uuid",
                NodeId.parse(hazard).orElseThrow().uuid().toString());
        List<Boolean> seenLater = List.of(sees(FIRE_LANKAO, hazard), sees(EQUIPMENT_LANKAO, hazard));
        decide(CITY_OFFICER, "reopenHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "复现"));

        // Then
        assertEquals(List.of("open", "open"), whileOpen);
        assertEquals(List.of("2 years", "2 years"), kept);
        assertEquals(List.of(true, true), seen);
        assertEquals(List.of(false, false), seenLater);
        assertEquals(List.of("open", "open"), ends(hazard));
        assertEquals(List.of(true, true), List.of(sees(FIRE_LANKAO, hazard), sees(EQUIPMENT_LANKAO, hazard)));
    }

    @Test
    void partiesOfAMajorHazardAreThoseOfItsPlaceWhoeverGradesIt() {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        TransferScene.accept(OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", QIXIAN))
                .accepted();

        // When
        loop.escalate(OFFICER_QIXIAN, hazard);

        // Then
        JsonPath read = LedgerClient.as(OFFICER_LANKAO_2).query(PARTIES, Map.of("id", hazard));
        assertEquals(
                read.<Map<String, Object>>get("data.hazard.responsibleParties"),
                read.<Map<String, Object>>get("data.hazard.majorResponsibleParties"));
    }

    @Test
    void dissolvedDepartmentsReceiveDecideAndAnswerForNothing() throws SQLException {
        // Given
        String hazard = TransferScene.hazard();
        TestCaller officer = new TestCaller(
                "tourism-officer-weishi",
                "department-officer",
                "410223000000",
                "KF-410223-CT",
                List.of("H61"),
                List.of(),
                null,
                null);
        List<String> dissolved = List.of("KF-410225-CT", "KF-410225-SCO", "KF-410223-CT", "KF-410225-EM");

        // When
        try {
            dissolve("current_date - 1", dissolved);
            List<String> sent = TransferScene.send(
                            OFFICER_LANKAO, TransferScene.input(hazard, "ORDINARY", "KF-410225-CT"))
                    .userErrorCodes();
            String arbitrated = TransferScene.awaitingArbitration(hazard);
            List<String> signedIn = LedgerClient.as(officer).errorCodes("{ hazards { totalCount } }", Map.of());
            JsonPath parties = LedgerClient.as(OFFICER_LANKAO).query(PARTIES, Map.of("id", TransferScene.hazard()));

            // Then
            assertEquals(List.of("TRANSFER_TARGET_INVALID"), sent);
            assertEquals(
                    0,
                    LedgerDatabase.number("select count(*) from hazard_transfer where 'KF-410225-SCO' = any(arbiters)"
                            + " and id = '"
                            + NodeId.parse(arbitrated).orElseThrow().uuid() + "'"));
            assertEquals(List.of("CLAIMS_CONTRADICT_ROLE"), signedIn);
            assertEquals(List.of("INDUSTRY_REGULATOR"), parties.getList("data.hazard.responsibleParties.missing"));
        } finally {
            dissolve("null", dissolved);
        }
    }

    private void dissolve(String lastDay, List<String> departments) throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update department set valid_to = " + lastDay + " where code = any('{"
                    + String.join(",", departments) + "}')");
        }
        dissolvedDepartments.invalidateAll().await().indefinitely();
    }

    /** How long after today each grant of the hazard ends. */
    private List<String> ends(String hazard) {
        return database.rows(
                "select coalesce((extract(year from age((ends_at at time zone 'Asia/Shanghai')::date, ledger_today()))) || ' years', 'open')"
                        + " from object_grant where object_id = '"
                        + NodeId.parse(hazard).orElseThrow().uuid() + "' order by starts_at");
    }

    private static boolean sees(TestCaller caller, String hazard) {
        return LedgerClient.as(caller)
                        .query("query($id: ID!) { hazard(id: $id) { id } }", Map.of("id", hazard))
                        .get("data.hazard")
                != null;
    }

    private static void assertEnded(String with, TestCaller receiver, String transfer) {
        JsonPath read = LedgerClient.as(receiver).query(TRANSFER, Map.of("id", transfer));
        assertEquals("ENDED", read.getString("data.transfer.status"));
        assertEquals(with, read.getString("data.transfer.endedWith"));
        assertNull(read.get("data.transfer.hazard"));
    }

    /** What the last entry of its history tells of the hazard. */
    private static String detail(TestCaller caller, String transfer) {
        JsonPath read = LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", transfer));
        assertEquals(List.of("SENT", "ENDED"), read.getList("data.history.nodes.action"));
        return read.getString("data.history.nodes[1].details[0].value");
    }

    private static void decide(TestCaller officer, String mutation, String type, Map<String, ?> input) {
        LedgerClient.as(officer).mutate(mutation, type, input, "__typename").accepted();
    }
}
