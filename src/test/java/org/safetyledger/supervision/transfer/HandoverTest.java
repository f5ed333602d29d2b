package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** No officer of an authority that has handed a hazard on has it any more, however it was accepted. */
@LedgerTest
class HandoverTest {
    private static final String OFFICER = "冯强林";

    private final Loop loop = new Loop();
    private final LedgerTables tables = new LedgerTables();

    @Inject
    SilentReceipts receipts;

    @Test
    void officerLosesAHazardThatTheReceiverAccepts() {
        // Given
        String hazard = assigned();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN);
        String waiting = person(CITY_OFFICER, hazard);

        // When
        TransferScene.accept(OFFICER_QIXIAN, transfer).accepted();

        // Then
        assertEquals(OFFICER, waiting);
        assertNull(person(OFFICER_QIXIAN, hazard));
        JsonPath read = LedgerClient.as(OFFICER_LANKAO_2)
                .query("{ hazards(first: 100, filter: {mine: true}, orderBy: DUE_AT_DESC) { nodes { id } } }");
        assertFalse(read.getList("data.hazards.nodes.id").contains(hazard));
        assertEquals(
                List.of(
                        "REPORTED",
                        "CONFIRMED",
                        "PERSON_ASSIGNED",
                        "TRANSFERRED",
                        "TRANSFER_ACCEPTED",
                        "PERSON_RELEASED"),
                history(hazard).getList("data.history.nodes.action"));
        assertEquals(
                List.of(Map.of("name", "personBefore", "value", OFFICER)),
                history(hazard).getList("data.history.nodes[5].details"));
        assertFalse(LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { value } } } }",
                        Map.of("id", hazard))
                .getString("data")
                .contains(OFFICER));
    }

    @Test
    void officerKeepsAHazardThatIsRefusedOrDealtWithTogether() {
        // Given
        String refused = assigned();
        String joint = assigned();

        // When
        TransferScene.reject(
                        OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, refused, "ORDINARY", TransferScene.QIXIAN))
                .accepted();
        TransferScene.accept(OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, joint, "JOINT", TransferScene.QIXIAN))
                .accepted();

        // Then
        assertEquals(OFFICER, person(CITY_OFFICER, refused));
        assertEquals(OFFICER, person(CITY_OFFICER, joint));
    }

    @ParameterizedTest
    @ValueSource(strings = {TransferScene.FIRE, "410225000000"})
    void officerLosesWhatTheOfficeOfTheCommitteeGivesToAnother(String handler) {
        // Given
        String hazard = assigned();
        String transfer = TransferScene.awaitingArbitration(hazard);

        // When
        TransferScene.arbitrate(TransferScene.COMMITTEE_OFFICE, transfer, handler)
                .accepted();

        // Then
        assertEquals(handler.equals(TransferScene.FIRE) ? null : OFFICER, person(CITY_OFFICER, hazard));
    }

    @Test
    void officerLosesAHazardThatSilenceAcceptsAndNobodyWhomTheReceiverNames() throws Exception {
        // Given
        String lost = assigned();
        String named = assigned();
        List.of(lost, named)
                .forEach(hazard ->
                        beSilent(TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN)));
        String own = "武鑫秀";
        assign(OFFICER_QIXIAN, named, SupervisionScene.person(own)).accepted();

        // When
        receipts.endDue(Instant.now());
        receipts.endDue(Instant.now());

        // Then
        assertNull(person(CITY_OFFICER, lost));
        assertEquals(own, person(CITY_OFFICER, named));
        assertEquals(
                List.of("REPORTED", "CONFIRMED", "PERSON_ASSIGNED", "TRANSFERRED", "PERSON_RELEASED"),
                history(lost).getList("data.history.nodes.action"));

        // And with that the clocks have ended of both answers, and the hazards' clocks are the receiver's
        for (String hazard : List.of(lost, named)) {
            UUID id = NodeId.parse(hazard).orElseThrow().uuid();
            assertEquals(
                    List.of("STOPPED|t"),
                    tables.rows(
                            "select status, stopped_at = due_at from deadline_clock where hazard_id = ? and subject = 'TRANSFER_ANSWER'",
                            id));
            assertEquals(
                    List.of("410221000000"),
                    tables.rows(
                            "select distinct owed_division from deadline_clock where hazard_id = ? and object_type = 'HAZARD' and stopped_at is null",
                            id));
        }
    }

    @Test
    void officerLosesAHazardThatItsReceiverBySilenceHandsOn() {
        // Given
        String hazard = assigned();
        beSilent(TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN));

        // When
        TransferScene.sent(OFFICER_QIXIAN, hazard, "ORDINARY", TransferScene.FIRE);

        // Then
        assertNull(person(FIRE_LANKAO, hazard));
    }

    private String assigned() {
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        assign(OFFICER_LANKAO, hazard, loop.officers(OFFICER_LANKAO).get(1)).accepted();
        return hazard;
    }

    private static LedgerClient.Payload assign(TestCaller caller, String hazard, String person) {
        return LedgerClient.as(caller)
                .mutate(
                        "assignHazardPerson",
                        "AssignHazardPersonInput",
                        Map.of("id", hazard, "personId", person),
                        "hazard { personName }");
    }

    /** Its clock ends now: what was done before was done while the giver had it. */
    private void beSilent(String transfer) {
        UUID id = NodeId.parse(transfer).orElseThrow().uuid();
        tables.change("update hazard_transfer set due_at = clock_timestamp() where id = ?", id);
        tables.change("update object_grant set acts_from = starts_at where source_id = ?", id);
    }

    private static @Nullable String person(TestCaller reader, String hazard) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { hazard(id: $id) { id personName } }", Map.of("id", hazard))
                .getString("data.hazard.personName");
    }

    private static JsonPath history(String hazard) {
        return LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", hazard));
    }
}
