package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** The database may close connections at any time: it restarts, or somebody ends a session. */
@LedgerTest
class LostConnectionTest {
    private static final String ENTERPRISES = "query { enterprises(first: 1) { nodes { name } } }";

    @Test
    void readIsAnsweredThoughItsConnectionIsLost() throws Exception {
        // Given
        LedgerClient officer = LedgerClient.as(TestCaller.OFFICER_LANKAO);
        String name = officer.query(ENTERPRISES, Map.of()).getString("data.enterprises.nodes[0].name");

        for (int times = 0; times < 4; times++) {
            // When
            useManyConnections(officer);
            endSessions();
            String again = officer.query(ENTERPRISES, Map.of()).getString("data.enterprises.nodes[0].name");

            // Then
            assertEquals(name, again);
        }
    }

    private static void useManyConnections(LedgerClient officer) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                callers.execute(() -> officer.query(ENTERPRISES, Map.of()));
            }
        }
    }

    private static void endSessions() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 1000) from pg_stat_activity"
                    + " where datname = current_database() and usename = 'safety_ledger_app'");
        }
    }
}
