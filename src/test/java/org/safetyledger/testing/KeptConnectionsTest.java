package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connection that is lent again has nothing of whoever had it before. */
@LedgerTest
class KeptConnectionsTest {
    private static final String SESSION = "select concat_ws(' ', current_setting('session_replication_role'),"
            + " current_setting('default_transaction_isolation'), to_regclass('pg_temp.left_behind'),"
            + " (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()),"
            + " (select count(*) from seed_import where file = 'none.csv'))";

    @Test
    void nothingOfASessionIsLeftToTheNext() throws SQLException {
        // Given
        Connection lent = LedgerDatabase.asSuperuser();
        String backend = backend(lent);
        try (Statement statement = lent.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create temporary table left_behind (id integer)");
            statement.execute("select pg_advisory_lock(4711)");
            lent.setAutoCommit(false);
            lent.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute(
                    "insert into seed_import select 'none.csv', sha256, rows, loaded_at from seed_import limit 1");
        }

        // When
        lent.close();

        // Then
        assertTrue(lent.isClosed());
        assertThrows(SQLException.class, lent::createStatement);
        try (Connection next = LedgerDatabase.asSuperuser()) {
            assertEquals(backend, backend(next));
            assertTrue(next.getAutoCommit());
            assertEquals(List.of("origin read committed 0 0"), LedgerDatabase.texts(next, SESSION));
        }
    }

    @Test
    void connectionThatEndedMeanwhileIsNotLentAgain() throws SQLException {
        try (Connection other = LedgerDatabase.asSuperuser()) {
            // Given
            Connection lent = LedgerDatabase.asSuperuser();
            String ended = backend(lent);
            lent.close();

            // When
            assertEquals(
                    List.of("t"), LedgerDatabase.texts(other, "select pg_terminate_backend(" + ended + ", 10000)"));

            // Then
            try (Connection next = LedgerDatabase.asSuperuser()) {
                assertNotEquals(ended, backend(next));
            }
        }
    }

    private static String backend(Connection connection) throws SQLException {
        return LedgerDatabase.texts(connection, "select pg_backend_pid()").getFirst();
    }
}
