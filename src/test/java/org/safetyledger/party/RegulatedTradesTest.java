package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.RegulatorScene;

/** Whether a department regulates a trade is asked once for all enterprises that have it: a city has 100,000. */
@LedgerTest
class RegulatedTradesTest {
    private static final int ENTERPRISES = 200;

    @Test
    void whetherAnybodyRegulatesIsAskedOncePerTradeAndNotPerEnterprise() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            // Given
            connection.setAutoCommit(false);
            statement.execute("set local track_functions = 'all'");

            // When
            statement.execute(
                    "insert into enterprise (id, division_code, industry_code, credit_code, name, address, employees, status, version)"
                            + " select gen_random_uuid(), '410223101000', '" + RegulatorScene.INDUSTRY
                            + "', '91410223BENCH' || lpad(n::text, 5, '0'), '驻尉氏办事处' || n, '尉氏县', 9, 'ACTIVE', 0"
                            + " from generate_series(1, " + ENTERPRISES + ") n");
            long written = asked(statement);
            long concerned = number(
                    statement,
                    "select ledger_unregulated('410223000000', '" + RegulatorScene.INDUSTRY + "', cast(null as text))");
            long counted = asked(statement);
            statement.execute(RegulatorQueue.ENTER.replace(":now", "now()").replace(":day", "ledger_today()"));
            long listed = asked(statement);
            long trades = number(
                    statement,
                    "select count(*) from (select distinct county_code, venue_type, industry_code from enterprise where status <> 'CLOSED') t");
            connection.rollback();

            // Then
            assertEquals(1, written);
            assertEquals(ENTERPRISES, concerned);
            assertEquals(1, counted - written);
            assertEquals(trades, listed - counted);
        }
    }

    /** How often it was asked in this transaction. */
    private static long asked(Statement statement) throws SQLException {
        return number(
                statement,
                "select coalesce(sum(calls), 0) from pg_stat_xact_user_functions where funcname = 'ledger_regulated'");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
