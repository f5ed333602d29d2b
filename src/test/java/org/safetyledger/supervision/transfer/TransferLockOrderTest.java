package org.safetyledger.supervision.transfer;

import static org.awaitility.Awaitility.await;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TransferScene;

/** Whoever ends a hazard holds it, and then what ends with it: whoever answers that holds them in the same order. */
@LedgerTest
class TransferLockOrderTest {
    private final LedgerTables tables = new LedgerTables();

    @ParameterizedTest
    @ValueSource(strings = {"accept", "accept together", "reject", "reject together", "end together", "arbitrate"})
    void transferIsNotHeldByWhoeverWaitsForItsHazard(String answer) throws SQLException {
        // Given
        String hazard = TransferScene.hazard();
        String transfer = waiting(answer, hazard);
        UUID hazardId = NodeId.require(NodeType.HAZARD, hazard, "id");
        UUID transferId = NodeId.require(NodeType.HAZARD_TRANSFER, transfer, "id");

        try (Connection ending = LedgerDatabase.asSuperuser()) {
            ending.setAutoCommit(false);
            int pid = take(ending, "select pg_backend_pid() from hazard where id = ? for update", hazardId);

            // When
            CompletableFuture<Payload> answered = CompletableFuture.supplyAsync(() -> answer(answer, transfer));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> tables.value(
                                    "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))", pid)
                            .equals("1"));

            // Then whoever ends the hazard gets the transfer, too
            take(ending, "select pg_backend_pid() from hazard_transfer where id = ? for update nowait", transferId);
            ending.rollback();
            answered.join().accepted();
        }
    }

    private static String waiting(String answer, String hazard) {
        return switch (answer) {
            case "accept", "reject" -> TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);
            case "arbitrate" -> TransferScene.awaitingArbitration(hazard);
            default -> TransferScene.sent(OFFICER_LANKAO, hazard, "JOINT", TransferScene.FIRE);
        };
    }

    private static Payload answer(String answer, String transfer) {
        return switch (answer) {
            case "accept", "accept together" -> TransferScene.accept(FIRE_LANKAO, transfer);
            case "reject", "reject together" -> TransferScene.reject(FIRE_LANKAO, transfer);
            case "arbitrate" -> TransferScene.arbitrate(TransferScene.COMMITTEE_OFFICE, transfer, TransferScene.FIRE);
            default ->
                TransferScene.answer(OFFICER_LANKAO, "endJointWork", "EndJointWorkInput", Map.of("id", transfer));
        };
    }

    private static int take(Connection connection, String query, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
