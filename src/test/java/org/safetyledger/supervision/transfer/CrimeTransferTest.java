package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.POLICE_LANKAO;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** A suspected crime on its way to the police: decided by the head, delivered, answered, reconsidered once; each by its clock. */
@LedgerTest
class CrimeTransferTest {
    private static final String TRANSFER = """
            query($id: ID!) { transfer(id: $id) { status overdue dueAt decidedBy decision delivery reconsideration hazard { id }
              crimeClocks { decision { rule startedAt dueAt } delivery { rule startedAt dueAt } answer { rule startedAt dueAt }
                reconsideration { rule startedAt dueAt } } } }""";

    private final Loop loop = new Loop();

    @Test
    void headDecidesThenItIsDeliveredAndEachStepStartsTheNextClock() throws SQLException {
        // Given
        String hazard = confirmed();
        String transfer = TransferScene.proposed(hazard);

        // When
        JsonPath proposed = read(OFFICER_LANKAO, transfer);
        JsonPath untold = read(POLICE_LANKAO, transfer);
        TransferScene.decide(COUNTY_LEADER_LANKAO, transfer, true).accepted();
        JsonPath approved = read(OFFICER_LANKAO, transfer);
        TransferScene.deliver(OFFICER_LANKAO, transfer).accepted();
        JsonPath delivered = read(POLICE_LANKAO, transfer);

        // Then
        assertEquals("PROPOSED", proposed.getString("data.transfer.status"));
        assertEquals("CRIME_DECISION_ANY", proposed.getString("data.transfer.crimeClocks.decision.rule"));
        assertEquals(
                proposed.getString("data.transfer.crimeClocks.decision.dueAt"),
                proposed.getString("data.transfer.dueAt"));
        assertNull(proposed.get("data.transfer.crimeClocks.delivery"));
        assertNull(untold.get("data.transfer"));
        assertEquals("APPROVED", approved.getString("data.transfer.status"));
        assertEquals("涉嫌危险作业罪", approved.getString("data.transfer.decision"));
        assertEquals(COUNTY_LEADER_LANKAO.subject(), approved.getString("data.transfer.decidedBy"));
        assertEquals(
                Duration.ofHours(24),
                Duration.between(
                        moment(approved, "data.transfer.crimeClocks.delivery.startedAt"),
                        moment(approved, "data.transfer.crimeClocks.delivery.dueAt")));
        assertNull(approved.get("data.transfer.crimeClocks.answer"));
        assertEquals("PENDING", delivered.getString("data.transfer.status"));
        assertEquals("CRIME_ANSWER_ANY", delivered.getString("data.transfer.crimeClocks.answer.rule"));
        assertEquals(hazard, delivered.getString("data.transfer.hazard.id"));
        TransferScene.letTimePass(transfer);
        assertEquals("PENDING", read(POLICE_LANKAO, transfer).getString("data.transfer.status"));
        assertEquals(true, read(POLICE_LANKAO, transfer).getBoolean("data.transfer.overdue"));
        TransferScene.accept(POLICE_LANKAO, transfer).accepted();
        assertEquals(List.of("PROPOSED", "APPROVED", "DELIVERED", "ACCEPTED"), history(OFFICER_LANKAO, transfer));
    }

    @Test
    void policeReadTheHazardAndWhoHandlesItStaysTheSame() {
        // Given
        String hazard = confirmed();

        // When
        String transfer = TransferScene.delivered(hazard);
        TransferScene.accept(POLICE_LANKAO, transfer).accepted();

        // Then
        assertEquals(List.of("NOT_THE_HANDLER"), assigning(POLICE_LANKAO, hazard));
        assertEquals(List.of(), assigning(OFFICER_LANKAO, hazard));
        assertEquals(List.of("REPORTED", "CONFIRMED", "ASSIGNED"), history(MANAGER_LANKAO, hazard));
        assertNull(read(INTEGRATION_LANKAO, transfer).get("data.transfer"));
        assertEquals(
                List.of("FORBIDDEN"), LedgerClient.as(MANAGER_LANKAO).errorCodes(TRANSFER, Map.of("id", transfer)));
    }

    @Test
    void refusalOfThePoliceIsReconsideredOnceAndInTime() throws SQLException {
        // Given
        String transfer = TransferScene.delivered(confirmed());
        TransferScene.reject(POLICE_LANKAO, transfer).accepted();
        String late = TransferScene.delivered(confirmed());
        TransferScene.reject(POLICE_LANKAO, late).accepted();
        JsonPath refused = read(OFFICER_LANKAO, transfer);
        JsonPath unseen = read(POLICE_LANKAO, transfer);

        // When
        TransferScene.reconsider(OFFICER_LANKAO, transfer).accepted();
        JsonPath asked = read(POLICE_LANKAO, transfer);
        TransferScene.reject(POLICE_LANKAO, transfer).accepted();
        TransferScene.letTimePass(late);

        // Then
        assertEquals("REJECTED", refused.getString("data.transfer.status"));
        assertEquals("CRIME_RECONSIDERATION_ANY", refused.getString("data.transfer.crimeClocks.reconsideration.rule"));
        assertNull(unseen.get("data.transfer.hazard"));
        assertEquals("PENDING", asked.getString("data.transfer.status"));
        assertEquals("已补充鉴定意见", asked.getString("data.transfer.reconsideration"));
        assertNotNull(asked.get("data.transfer.hazard.id"));
        assertEquals(
                List.of("RECONSIDERATION_CLOSED"),
                TransferScene.reconsider(OFFICER_LANKAO, transfer).userErrorCodes());
        assertEquals(
                List.of("RECONSIDERATION_CLOSED"),
                TransferScene.reconsider(OFFICER_LANKAO, late).userErrorCodes());
        assertEquals(
                List.of("PROPOSED", "APPROVED", "DELIVERED", "REJECTED", "RECONSIDERATION_ASKED", "REJECTED"),
                history(OFFICER_LANKAO, transfer));
    }

    @Test
    void stepsAreTakenByTheirAuthorityInTheirOrder() {
        // Given
        String transfer = TransferScene.proposed(confirmed());
        String declined = TransferScene.proposed(confirmed());
        TransferScene.decide(CITY_LEADER, declined, false).accepted();
        String ordinary = TransferScene.sent(OFFICER_LANKAO, confirmed(), "ORDINARY", TransferScene.FIRE);
        Map<String, String> before = LedgerDatabase.fingerprint();

        // Then
        assertEquals(List.of("FORBIDDEN"), codes(TransferScene.decide(OFFICER_LANKAO, transfer, true)));
        assertEquals(List.of("NOT_FOUND"), codes(TransferScene.decide(COUNTY_LEADER_QIXIAN, transfer, true)));
        assertEquals(List.of("WRONG_STATE"), codes(TransferScene.decide(COUNTY_LEADER_LANKAO, ordinary, true)));
        assertEquals(List.of("WRONG_STATE"), codes(TransferScene.deliver(OFFICER_LANKAO, transfer)));
        assertEquals(List.of("WRONG_STATE"), codes(TransferScene.deliver(OFFICER_LANKAO, declined)));
        assertEquals(List.of("NOT_FOUND"), codes(TransferScene.accept(POLICE_LANKAO, transfer)));
        assertEquals(List.of("WRONG_STATE"), codes(TransferScene.reconsider(OFFICER_LANKAO, transfer)));
        assertEquals(
                List.of("TRANSFER_PENDING"),
                codes(TransferScene.send(
                        OFFICER_LANKAO, TransferScene.input(hazardOf(transfer), "CRIME", TransferScene.POLICE))));
        assertEquals(before, LedgerDatabase.fingerprint());
        TransferScene.decide(COUNTY_LEADER_LANKAO, transfer, true).accepted();
        assertEquals(
                List.of("NOT_THE_AUTHORITY"), codes(TransferScene.deliver(TestCaller.DEPARTMENT_LANKAO, transfer)));
    }

    @Test
    void crimeOutlivesItsHazard() {
        // Given
        String hazard = TransferScene.hazard();
        String transfer = TransferScene.delivered(hazard);

        // When
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "不构成隐患"), "__typename")
                .accepted();

        // Then
        assertEquals("PENDING", read(POLICE_LANKAO, transfer).getString("data.transfer.status"));
        TransferScene.accept(POLICE_LANKAO, transfer).accepted();
    }

    @Test
    void whoWasAskedAndIsOfTheHazardsOwnPlaceActsOn() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);

        // When
        TransferScene.sent(OFFICER_LANKAO, hazard, "JOINT", TransferScene.FIRE);

        // Then
        assertEquals(List.of(), assigning(FIRE_LANKAO, hazard));
    }

    @Test
    void headOfADepartmentIsTheLeaderOfItsGovernment() {
        // Given
        String hazard = confirmed();
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE))
                .accepted();
        String crime = TransferScene.sent(FIRE_LANKAO, hazard, "CRIME", TransferScene.POLICE);

        // When
        TransferScene.decide(COUNTY_LEADER_LANKAO, crime, true).accepted();

        // Then
        assertEquals("APPROVED", read(FIRE_LANKAO, crime).getString("data.transfer.status"));
    }

    private String confirmed() {
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private static JsonPath read(TestCaller caller, String transfer) {
        return LedgerClient.as(caller).query(TRANSFER, Map.of("id", transfer));
    }

    private static String hazardOf(String transfer) {
        return read(OFFICER_LANKAO, transfer).getString("data.transfer.hazard.id");
    }

    private static OffsetDateTime moment(JsonPath read, String path) {
        return OffsetDateTime.parse(read.getString(path));
    }

    private static List<String> history(TestCaller caller, String id) {
        return LedgerClient.as(caller)
                .query("query($id: ID!) { history(of: $id, first: 100) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    private static List<String> assigning(TestCaller officer, String hazard) {
        return codes(LedgerClient.as(officer)
                .mutate(
                        "assignRectification",
                        "AssignRectificationInput",
                        Map.of("hazardId", hazard, "requirement", "立即整改"),
                        "__typename"));
    }

    private static List<String> codes(LedgerClient.Payload payload) {
        List<String> top = payload.answer().getList("errors.extensions.code");
        return top == null ? payload.userErrorCodes() : top;
    }
}
