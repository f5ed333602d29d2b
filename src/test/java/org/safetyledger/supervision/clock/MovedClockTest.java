package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;

/** What a change of a row costs beside it: the clocks that it moves are looked at, and no others. */
@LedgerTest
@TestProfile(OwnLedger.class)
class MovedClockTest {
    private static final String CALLED =
            "select substr(funcname, 17) from pg_stat_xact_user_functions where funcname like 'ledger\\_clock\\_of\\_%' order by 1";

    @BeforeEach
    void fill() throws Exception {
        LargeLedger.fill();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hazard             | version = version + 1                                   | ",
                "hazard             | title = 'another title'                                 | ",
                "hazard             | due_at = due_at + interval '1 hour'                     | hazard_total_by_row",
                "hazard             | state_due_at = state_due_at + interval '1 hour'         | hazard_state_by_row",
                "hazard             | matter = 'FIRE'                                         | hazard_state_by_row hazard_total_by_row",
                "rectification_task | version = version + 1                                   | ",
                "rectification_task | state_due_at = state_due_at + interval '1 hour'         | task_state_by_row",
                "rectification_task | due_at = due_at + interval '1 hour'                     | task_recheck_by_row task_total_by_row",
                "rectification_task | reviewed_at = now()                                     | task_recheck_by_row task_total_by_row",
                "inspection         | version = version + 1                                   | ",
                "inspection         | approval_due_at = now() + interval '1 hour'             | inspection_approval_by_row",
            })
    void changeAsksTheClocksThatItMoves(String table, String change, @Nullable String clocks) throws SQLException {
        // Given
        String one = table.equals("inspection")
                ? "approved_at is null"
                : "open and state_due_at is not null and matter is distinct from 'FIRE'";
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local track_functions = 'all'");

            // When
            int changed = statement.executeUpdate("update " + table + " set " + change + " where id = (select id from "
                    + table + " where " + one + " order by id limit 1)");

            // Then
            assertEquals(1, changed);
            assertEquals(clocks == null ? "" : clocks, String.join(" ", LedgerDatabase.texts(connection, CALLED)));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20, inspection_officer, 'insert into inspection_officer (inspection_id, person_id, name)"
                + " select %s, p.id, p.name from person p where p.id not in (select o.person_id from inspection_officer o where o.inspection_id = %s) limit 21'",
        "200, finding, 'insert into finding (id, inspection_id, item_id, result, recorded_by, recorded_at)"
                + " select uuidv7(), %s, c.id, ''COMPLIANT'', ''somebody'', now() from checklist_item c"
                + " where c.id not in (select f.item_id from finding f where f.inspection_id = %s) limit 201'",
    })
    void visitHoldsAsManyAsItMay(int most, String table, String insert) throws SQLException {
        // Given
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String visit = "(select i.id from inspection i order by i.id limit 1)";

            // When
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute(insert.replace("%s", visit)));

            // Then
            String told = String.valueOf(refused.getMessage());
            assertTrue(told.contains("a " + table + " of one inspection_id is one too many: at most " + most), told);
            connection.rollback();
        }
    }

    /** A new task has no re-check yet, and asks for none. */
    @Test
    void onlyTheEngineBeginsARecheck() throws SQLException {
        assertEquals(
                1,
                LedgerDatabase.number("select count(*) from pg_trigger where tgrelid = 'rectification_task'::regclass"
                        + " and tgname like 'ledger\\_clock\\_of\\_task\\_total\\_then\\_recheck%'"));
    }
}
