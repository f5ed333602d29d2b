package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/** What a dashboard reads of the counts at 50,000 hazards, folded or not. Rows tell, where the time of one machine does not. */
@LedgerTest
@TestProfile(OwnLedger.class)
class DashboardCostTest {
    private static final String DASHBOARD = "{ hazardDashboard(days: 92) { total open overdue byStatus { status count }"
            + " byJurisdiction { total open overdue major } byDay { day reported closed } } }";

    private static final String SOME = " where id in (select id from hazard order by id limit 5000)";

    private static final Map<String, TestCaller> CALLERS = new TreeMap<>(Map.of(
            "city", TestCaller.CITY_OFFICER,
            "county", TestCaller.OFFICER_LANKAO,
            "town", TestCaller.TOWN_OFFICER_LANKAO,
            "city department", TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
            "county department", TestCaller.DEPARTMENT_LANKAO,
            "fire", TestCaller.FIRE_LANKAO,
            "general", TestCaller.GENERAL_LANKAO));

    @BeforeEach
    void fill() throws Exception {
        LargeLedger.fill();
    }

    @Test
    void aDashboardReadsFewRowsOnceAllIsFolded() throws SQLException {
        // Given
        fold();

        // Then
        assertRowsReadAreAtMost(1_500, 5_000);
    }

    @Test
    void aLargeStatementLeavesADashboardFewRowsMore() throws SQLException {
        // Given
        fold();
        String before = figures();

        // When
        change(
                "update hazard set reported_at = reported_at + interval '1 microsecond', status = case status when 'CLOSED' then"
                        + " 'REJECTED' when 'REJECTED' then 'CLOSED' else status end" + SOME);
        long outstanding = LedgerDatabase.number("select count(*) from hazard_count where not merged");
        change(
                "update hazard set reported_at = reported_at - interval '1 microsecond', status = case status when 'CLOSED' then"
                        + " 'REJECTED' when 'REJECTED' then 'CLOSED' else status end" + SOME);

        // Then
        assertTrue(outstanding > 200, () -> "Only " + outstanding);
        assertEquals(0, LedgerDatabase.number("select count(*) from hazard_count_change"));
        assertEquals(before, figures());
        assertRowsReadAreAtMost(3_000, 8_000);
    }

    @Test
    void manySmallChangesAreBoundedByThoseWhoMakeThem() throws SQLException {
        // Given
        fold();
        String before = figures();

        // When
        change("""
                do $$ declare one uuid; begin
                  for one in select id from hazard where status = 'SUBMITTED' limit 3000 loop
                    update hazard set status = 'REVIEWING' where id = one;
                    update hazard set status = 'SUBMITTED' where id = one;
                  end loop;
                end $$""");

        // Then
        long changes = LedgerDatabase.number("select count(*) from hazard_count_change");
        assertTrue(changes < 2_000, () -> changes + " are outstanding");
        assertEquals(before, figures());
        fold();
        assertEquals(before, figures());
    }

    /** A department adds up its divisions, of which two sections have dozens. */
    private static void assertRowsReadAreAtMost(int place, int department) {
        List<Executable> checks = new ArrayList<>();
        CALLERS.forEach((tier, caller) -> {
            SentRequest.Plan plan = SentRequest.of(caller, DASHBOARD, Map.of()).plan("from hazard_count t");
            int most = tier.endsWith("department") ? department : place;
            checks.add(() -> assertTrue(
                    plan.rowsRead("hazard_count") + plan.rowsRead("hazard_count_change") <= most,
                    () -> tier + " reads " + plan.rowsRead("hazard_count") + ": " + plan));
        });
        assertAll(checks);
    }

    private static String figures() {
        StringBuilder figures = new StringBuilder();
        CALLERS.forEach((tier, caller) -> figures.append(tier)
                .append(SentRequest.of(caller, DASHBOARD, Map.of()).answer().getMap("data.hazardDashboard")));
        return figures.toString();
    }

    private static void fold() throws SQLException {
        change("do $$ begin while fold_hazard_counts(10000) > 0 loop null; end loop; end $$");
        change("vacuum analyze hazard_count, hazard_count_change");
    }

    private static void change(String statement) throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement changing = connection.createStatement()) {
            changing.execute(statement);
        }
    }
}
