package org.safetyledger.supervision.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.RegulatorScene;

/** How much work a coverage is: what can be asked once for all enterprises of a trade is not asked of each. */
@LedgerTest
class CoveragePlanTest {
    private static final int ENTERPRISES = 200;
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry(":area", "'410223'"),
            Map.entry(":now", "now()"),
            Map.entry(":today", "current_date"),
            Map.entry(":first", "(current_date - 92)"),
            Map.entry(":withinAny", "365"),
            Map.entry(":withinA", "730"),
            Map.entry(":withinB", "365"),
            Map.entry(":withinC", "180"),
            Map.entry(":withinD", "90"),
            Map.entry(":checkedKey", "31"),
            Map.entry(":checkedGeneral", "92"),
            Map.entry(":ofPlaces", "true"),
            Map.entry(":kind", "'NO_REGULATOR'"),
            Map.entry(":afterKind", "''"),
            Map.entry(":afterPlace", "''"),
            Map.entry(":afterId", "''"));

    @Test
    void whetherAnybodyRegulatesIsAskedOncePerTradeAndNotPerEnterprise() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            // Given
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into enterprise (id, division_code, industry_code, credit_code, name, address, employees, status, version)"
                            + " select gen_random_uuid(), '410223101000', '" + RegulatorScene.INDUSTRY
                            + "', '91410223BENCH' || lpad(n::text, 5, '0'), '驻尉氏办事处' || n, '尉氏县', 9, 'ACTIVE', 0"
                            + " from generate_series(1, " + ENTERPRISES + ") n");
            statement.execute("set local track_functions = 'all'");
            statement.execute("set local ledger.county = '410223'");
            statement.execute("set local role ledger_county");

            // When
            int told = 0;
            try (ResultSet rows = statement.executeQuery(coverage())) {
                while (rows.next()) {
                    told += rows.getInt("part") == 3 ? 1 : 0;
                }
            }
            statement.execute("reset role");
            int asked;
            try (ResultSet calls = statement.executeQuery(
                    "select calls from pg_stat_xact_user_functions where funcname = 'ledger_regulated'")) {
                assertTrue(calls.next());
                asked = calls.getInt("calls");
            }
            connection.rollback();

            // Then
            assertTrue(told >= ENTERPRISES, "told " + told);
            assertTrue(asked < ENTERPRISES / 4, "asked " + asked);
        }
    }

    /** The longest name first, as some begin like others. */
    private static String coverage() {
        String statement = CoverageSql.of(DivisionLevel.COUNTY, true, true);
        List<Map.Entry<String, String>> longestFirst = PARAMETERS.entrySet().stream()
                .sorted(Comparator.comparingInt(parameter -> -parameter.getKey().length()))
                .toList();
        for (Map.Entry<String, String> parameter : longestFirst) {
            statement = statement.replace(parameter.getKey(), parameter.getValue());
        }
        return statement;
    }
}
