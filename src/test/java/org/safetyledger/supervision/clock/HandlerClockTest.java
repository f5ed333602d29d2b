package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TransferScene;

/** What is owed of a hazard is owed by whoever handles it, from the moment on at which it was accepted, in words or by silence. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class HandlerClockTest {
    private static final String OWED =
            "select subject, owed_by, owed_division, owed_department from deadline_clock where hazard_id = ? and stopped_at is null"
                    + " and object_type in ('HAZARD', 'TASK') order by 1";
    private static final String ANSWER =
            "select status, stopped_at = due_at from deadline_clock where object_id = ? and subject = 'TRANSFER_ANSWER'";

    private final Loop loop = new Loop();

    @Inject
    ClockEngine engine;

    @Inject
    LedgerTables tables;

    @Test
    void clocksOfAHazardAndItsTaskAreOwedByTheReceiverOnceItAccepts() {
        // Given
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        List<String> before = List.of(
                "RECTIFICATION_TOTAL|ENTERPRISE|410225000000|null",
                "TASK_ACCEPTANCE|ENTERPRISE|410225000000|null",
                "TASK_TOTAL|ENTERPRISE|410225000000|null");
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN);
        assertEquals(before, tables.rows(OWED, uuid(hazard)));

        // When
        TransferScene.accept(OFFICER_QIXIAN, transfer).accepted();

        // Then
        assertEquals(
                List.of(
                        "RECTIFICATION_TOTAL|ENTERPRISE|410221000000|null",
                        "TASK_ACCEPTANCE|ENTERPRISE|410221000000|null",
                        "TASK_TOTAL|ENTERPRISE|410221000000|null"),
                tables.rows(OWED, uuid(hazard)));

        // And what begins afterwards is its receiver's, too
        loop.rectify(MANAGER_LANKAO, task);
        assertEquals(
                List.of(
                        "RECTIFICATION_TOTAL|ENTERPRISE|410221000000|null",
                        "REVIEW|AUTHORITY|410221000000|null",
                        "TASK_TOTAL|ENTERPRISE|410221000000|null"),
                tables.rows(OWED, uuid(hazard)));
    }

    @Test
    void departmentThatAcceptsOwesWhatTheAuthorityOwes() {
        // Given
        String hazard = confirmed();

        // When
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE))
                .accepted();

        // Then
        assertEquals(
                List.of(
                        "HAZARD_ASSIGNMENT|AUTHORITY|410225000000|KF-410225-FR",
                        "RECTIFICATION_TOTAL|ENTERPRISE|410225000000|null"),
                tables.rows(OWED, uuid(hazard)));
        assertEquals(
                List.of("OWED_BY_YOURSELF"),
                LedgerClient.as(FIRE_LANKAO)
                        .mutate(
                                "urge",
                                "UrgeInput",
                                Map.of("id", DeadlineScene.of(hazard, "HAZARD_ASSIGNMENT"), "note", "请抓紧交办"),
                                "deadline { id }")
                        .userErrorCodes());
    }

    @Test
    void decisionOfTheCommitteesOfficeMovesThemToWhomItNames() {
        // Given
        String hazard = confirmed();
        String transfer = TransferScene.awaitingArbitration(hazard);

        // When
        TransferScene.arbitrate(TransferScene.COMMITTEE_OFFICE, transfer, TransferScene.EQUIPMENT)
                .accepted();

        // Then
        assertEquals(
                "HAZARD_ASSIGNMENT|AUTHORITY|410225000000|KF-410225-MR",
                tables.rows(OWED, uuid(hazard)).getFirst());
    }

    @Test
    void answerThatSilenceGaveIsOwedNoMoreAndTheHazardIsItsReceivers() throws Exception {
        // Given nobody answered by the end of the clock, and no row changed at it
        String hazard = confirmed();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);
        UUID id = NodeId.require(NodeType.HAZARD_TRANSFER, transfer, "id");
        tables.changePastTriggers("update hazard_transfer set due_at = now() - interval '1 second' where id = ?", id);
        tables.changePastTriggers(
                "update deadline_clock c set due_at = t.due_at from hazard_transfer t where t.id = c.object_id and t.id = ?",
                id);
        assertEquals(List.of("RUNNING|null"), tables.rows(ANSWER, id));

        // When
        engine.run();

        // Then
        assertEquals(List.of("STOPPED|t"), tables.rows(ANSWER, id));
        assertEquals(
                "HAZARD_ASSIGNMENT|AUTHORITY|410225000000|KF-410225-FR",
                tables.rows(OWED, uuid(hazard)).getFirst());

        // And it stays so when its row is touched
        tables.change("update hazard_transfer set version = version + 1 where id = ?", id);
        assertEquals(List.of("STOPPED|t"), tables.rows(ANSWER, id));
    }

    @Test
    void answerThatIsStillOwedRunsOn() throws Exception {
        // Given
        String hazard = confirmed();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);

        // When
        engine.run();

        // Then
        assertEquals(
                List.of("RUNNING|null"), tables.rows(ANSWER, NodeId.require(NodeType.HAZARD_TRANSFER, transfer, "id")));
        assertEquals(
                "HAZARD_ASSIGNMENT|AUTHORITY|410225000000|null",
                tables.rows(OWED, uuid(hazard)).getFirst());
    }

    private String confirmed() {
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private static UUID uuid(String hazard) {
        return NodeId.require(NodeType.HAZARD, hazard, "id");
    }
}
