package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** What an earlier migration marked as made by a grant, and the later one that takes back what needed none. */
@LedgerTest
class MarkedByGrantTest {
    private static final String MENDING = "db/migration/V99__Unmark_what_needed_no_grant.sql";

    /** Of each: its authority, by which enterprise, when it was made, and its state. The grant is of 2026-03-01, to be acted on from the 5th. */
    private static final List<String> MADE = List.of(
            "'after', '410221000000', '2026-03-06', 'PLANNED'",
            "'before', '410221000000', '2026-02-01', 'PLANNED'",
            "'only read', '410221000000', '2026-03-03', 'PLANNED'",
            "'of its place', '410225000000', '2026-03-06', 'PLANNED'",
            "'of its trade', 'KF-410225-EM', '2026-03-06', 'PLANNED'",
            "'of another trade', 'KF-410225-FR', '2026-03-06', 'PLANNED'",
            "'by the program', '410225000000', '2100-01-01', 'PLANNED'");

    @Test
    void onlyWhatWasMadeByAGrantAndBeyondThePowersOfItsAuthorityStaysMarked() throws Exception {
        TransferScene.hazard();
        try (Connection owner = LedgerDatabase.asSuperuser();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);

            // Given
            statement.execute(
                    "create temporary table made (title text, authority text, made_at timestamptz, status text)");
            for (String row : MADE) {
                statement.execute("insert into made values (" + row + ")");
            }
            granted(statement);
            statement.execute(VISITS);
            statement.execute(PAPERS);

            // When
            statement.execute(mending());

            // Then
            List<String> marked = List.of("after", "by the program", "of another trade");
            assertEquals(marked, marked(owner, "inspection", "planned_by"));
            assertEquals(
                    Stream.concat(marked.stream(), Stream.of("withdrawn")).toList(),
                    marked(owner, "paper", "issued_by"));
            owner.rollback();
        }
    }

    private static final String ENTERPRISE =
            " from made m, enterprise e where e.credit_code = '" + TestCaller.LANKAO_ENTERPRISE + "'";
    private static final String VISITS =
            "insert into inspection (id, division_code, enterprise_id, industry_code, checklist_id, kind, announced, status,"
                    + " planned_on, planned_by, planned_at, version, authority, authority_division, by_grant) select"
                    + " gen_random_uuid(), e.division_code, e.id, e.industry_code, (select id from checklist limit 1), 'ENFORCEMENT',"
                    + " false, 'PLANNED', current_date, m.title, m.made_at, 0, m.authority, '410225000000', true"
                    + ENTERPRISE;
    private static final String PAPERS =
            "insert into made values ('withdrawn', '410225000000', '2026-03-06', 'WITHDRAWN');"
                    + " insert into paper (id, division_code, enterprise_id, industry_code, version, kind, status, number, addressee,"
                    + " credit_code, authority, legal_basis, officers, issued_by, issued_by_subject, issued_at, by_grant) select"
                    + " gen_random_uuid(), e.division_code, e.id, e.industry_code, 0, 'HAZARD_NOTICE', replace(m.status, 'PLANNED', 'ISSUED'),"
                    + " gen_random_uuid(), e.name, e.credit_code, m.authority, 'x', '[]', m.title, 'marked-by-grant-test', m.made_at, true"
                    + ENTERPRISE;

    /** One hazard of the enterprise was handed to each of the authorities. */
    private static void granted(Statement statement) throws SQLException {
        statement.execute(
                "create temporary table handed as select h.id from hazard h join enterprise e on e.id = h.enterprise_id"
                        + " where e.credit_code = '" + TestCaller.LANKAO_ENTERPRISE + "' limit 1");
        statement.execute(
                "delete from object_grant g using hazard h, enterprise e where h.id = g.object_id and e.id = h.enterprise_id"
                        + " and e.credit_code = '" + TestCaller.LANKAO_ENTERPRISE + "'");
        statement.execute(
                "insert into object_grant select gen_random_uuid(), 'HAZARD', h.id, 'GOVERNMENT', a.authority,"
                        + " '2026-03-01', null, '2026-03-05', 'HAZARD', h.id from handed h, (select distinct authority from made) a");
    }

    private static String mending() throws IOException {
        try (InputStream file = MarkedByGrantTest.class.getClassLoader().getResourceAsStream(MENDING)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> marked(Connection owner, String table, String title) throws SQLException {
        return LedgerDatabase.texts(
                owner,
                "select " + title + " from " + table + " m where by_grant and " + title
                        + " in (select title from made) order by 1");
    }
}
