package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** The functions that secure a table: with a line or two they make what stands for the tables that were secured by hand. */
@LedgerTest
class SecuringKitTest {
    private static final String OFFICERS = "city,county,town,city_department,county_department";
    private static final String OF_SELF_CHECK_ADD =
            " create policy of_self_check_add on kit_copy as restrictive for insert to ledger_enterprise"
                    + " with check (exists (select from inspection i where i.id = inspection_id and i.kind = 'SELF_CHECK'));";

    private static final String CONDUCTED = "inspection_id = any((select ledger_conducted_by_group())::uuid[])";
    private static final String OF_AUTHORITY =
            "exists (select from inspection i where i.id = inspection_id and (i.authority"
                    + " = coalesce(nullif(current_setting('ledger.department', true), ''), (select ledger_government()))"
                    + " or i.authority_division = (select ledger_government())))";

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(
                        "hazard",
                        "select ledger_secure('kit_copy', departments => 'POWERS', integrations => 'PLACE', writes => '{"
                                + OFFICERS + ",enterprise,worker,city_integration,county_integration}');"
                                + " select ledger_secure_own('kit_copy', 'all', '{enterprise}');"
                                + " select ledger_secure_own('kit_copy', 'select', '{worker}',"
                                + " $$status not in ('REPORTED', 'REJECTED', 'DUPLICATE')"
                                + " or reported_by = current_setting('ledger.subject', true)$$);"
                                + " select ledger_secure_own('kit_copy', 'insert', '{worker}',"
                                + " $$reported_by = current_setting('ledger.subject', true)$$);"
                                + " select ledger_secure_own('kit_copy', 'update', '{worker}');"
                                + " create policy own_contest on kit_copy as restrictive for update"
                                + " to ledger_city_integration, ledger_county_integration using (true)"
                                + " with check (reported_by = current_setting('ledger.subject', true) and status = 'REPORTED');"
                                + " select ledger_share('kit_copy', 'HAZARD', 'id', updates => true);"
                                + " select ledger_share_by_group('kit_copy', 'INSPECTION', 'inspection_id', inserts => true),"
                                + " ledger_share_made('kit_copy', 'INSPECTION', 'inspection_id', inserts => true);"
                                + " create policy of_reporter on kit_copy for update to ledger_city_granted, ledger_county_granted,"
                                + " ledger_town_granted, ledger_city_department_granted, ledger_county_department_granted"
                                + " using (reported_by = current_setting('ledger.subject', true) and status in ('REPORTED', 'REJECTED', 'DUPLICATE')"
                                + " and inspection_id = any((select ledger_reported_from())::uuid[]))"
                                + " with check (reported_by = current_setting('ledger.subject', true) and status = 'REPORTED'"
                                + " and inspection_id = any((select ledger_reported_from())::uuid[]));"
                                + " do $$ begin execute format('create policy keeper_of_groups on kit_copy for select to %I using (true)',"
                                + " current_user); end $$"),
                Arguments.of(
                        "inspection",
                        "select ledger_secure('kit_copy', departments => 'POWERS', integrations => 'PLACE', writes => '{"
                                + OFFICERS + ",enterprise}');"
                                + " select ledger_secure_own('kit_copy', 'select', '{enterprise}', 'visible_to_target or entered_at is not null');"
                                + " select ledger_secure_own('kit_copy', 'insert', '{enterprise}', $$kind = 'SELF_CHECK'$$);"
                                + " select ledger_secure_own('kit_copy', 'update', '{enterprise}', 'visible_to_target or entered_at is not null');"
                                + " select ledger_secure_own('kit_copy', 'select', '{worker}',"
                                + " $$status in ('ASSIGNED', 'NOTIFIED') and entered_by = current_setting('ledger.subject', true)$$);"
                                + " select ledger_share_handled('kit_copy', 'INSPECTION',"
                                + " $$kind = 'ENFORCEMENT' and source in ('RECHECK', 'TRANSFERRED')$$, $$source = 'RECHECK'$$);"
                                + " do $$ begin execute format('create policy keeper on kit_copy to %I using (true)', current_user);"
                                + " execute format('create policy granted_group_change on kit_copy for update to %s"
                                + " using (id = any((select ledger_granted_by_group(''INSPECTION''))::uuid[]))"
                                + " with check (id = any((select ledger_conducted_by_group())::uuid[]) and started_at is not null"
                                + " or id = any((select ledger_conducted_by_group(true))::uuid[]) and status <> ''CANCELLED'')',"
                                + " ledger_granted_tiers()); end $$; select ledger_share_by_group('kit_copy', 'INSPECTION', 'id')"),
                Arguments.of(
                        "rectification_task",
                        "select ledger_secure('kit_copy', departments => 'POWERS', integrations => 'PLACE', writes => '{"
                                + OFFICERS + "}', updates => '{enterprise,worker}');"
                                + " select ledger_secure_own('kit_copy', 'all', '{enterprise,worker}');"
                                + " select ledger_share('kit_copy', 'HAZARD', 'hazard_id', inserts => true, updates => true)"),
                Arguments.of(
                        "enterprise",
                        "select ledger_secure('kit_copy', departments => 'TRADE', integrations => 'PLACE');"
                                + " select ledger_secure_own('kit_copy', 'select', '{enterprise,worker}', key => 'id');"
                                + " create policy granted on kit_copy for select to ledger_city_granted, ledger_county_granted,"
                                + " ledger_town_granted, ledger_city_department_granted, ledger_county_department_granted"
                                + " using (id = any(array(select h.enterprise_id from hazard h"
                                + " where h.id = any((select ledger_granted('HAZARD'))::uuid[]))));"
                                + " select ledger_share_by_group('kit_copy', 'ENTERPRISE', 'id'),"
                                + " ledger_share_made('kit_copy', 'ENTERPRISE', 'id')"),
                Arguments.of(
                        "campaign",
                        "select ledger_secure('kit_copy', departments => 'PLACE', integrations => 'READ',"
                                + " writes => '{city,county}');"
                                + " create policy targeted on kit_copy for select to ledger_county, ledger_county_department,"
                                + " ledger_county_auditor, ledger_county_integration, ledger_town"
                                + " using (current_setting('ledger.county', true) = any(target_counties));"
                                + " select ledger_share_by_group('kit_copy', 'CAMPAIGN', 'id');"
                                + " do $$ begin execute format('create policy keeper on kit_copy for select to %I using (true)',"
                                + " current_user); end $$"),
                Arguments.of(
                        "finding",
                        "select ledger_secure_part('kit_copy', 'inspection', 'inspection_id', writes => '{" + OFFICERS
                                + ",enterprise}');" + OF_SELF_CHECK_ADD
                                + " create policy of_self_check on kit_copy as restrictive for update to ledger_enterprise"
                                + " using (exists (select from inspection i where i.id = inspection_id and i.kind = 'SELF_CHECK')); "
                                + ofVisitors("insert", "with check", CONDUCTED)
                                + ofVisitors("update", "using", CONDUCTED)),
                Arguments.of(
                        "inspection_officer",
                        "select ledger_secure_part('kit_copy', 'inspection', 'inspection_id', writes => '{" + OFFICERS
                                + "}', inserts => '{enterprise}');" + OF_SELF_CHECK_ADD + " "
                                + ofVisitors("insert", "with check", OF_AUTHORITY)
                                + ofVisitors(
                                        "update",
                                        "using",
                                        "subject = current_setting('ledger.subject', true) or " + OF_AUTHORITY)),
                Arguments.of(
                        "deadline_extension",
                        "select ledger_secure_part('kit_copy', 'rectification_task', 'task_id', writes => '{" + OFFICERS
                                + "}', inserts => '{enterprise}'), ledger_share_part('kit_copy', 'rectification_task', 'task_id')"),
                Arguments.of("checklist", "select ledger_open('kit_copy')"),
                Arguments.of("category_mapping", "select ledger_open('kit_copy')"));
    }

    /** Of the visits that are seen as a member of a campaign's group only some are written of. */
    private static String ofVisitors(String command, String clause, String condition) {
        return " do $$ begin execute format('create policy %I on kit_copy as restrictive for " + command + " to %s "
                + clause
                + " (inspection_id <> all((select ledger_granted_by_group(''INSPECTION''))::uuid[]) or "
                + condition.replace("'", "''") + ")', 'of_visitors_" + command + "', ledger_granted_tiers()); end $$;";
    }

    @ParameterizedTest
    @MethodSource("tables")
    void copySecuredByTheKitIsSecuredAsTheTableItself(String table, String securing) throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // When
            execute(owner, "create table kit_copy (like " + table + " including all); " + securing);

            // Then
            List<String> lines = RowSecurityListing.lines(owner);
            assertEquals(unnamed(table, lines), unnamed("kit_copy", lines));
        }
    }

    @Test
    void tableMadeLikeTheTemplatesIsSeenByItsPlaceAndTradeOnly() throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // Given
            execute(
                    owner,
                    "create table kit_copy (like ledger_placed including all, like ledger_traded including all);"
                            + " insert into kit_copy (id, division_code, version, enterprise_id, industry_code, matter) values"
                            + " (gen_random_uuid(), '410225101000', 0, (select id from enterprise limit 1), 'C26', null),"
                            + " (gen_random_uuid(), '410225000000', 0, (select id from enterprise limit 1), 'E47', 'FIRE'),"
                            + " (gen_random_uuid(), '410221000000', 0, (select id from enterprise limit 1), 'C26', null);"
                            + " select ledger_secure('kit_copy', departments => 'POWERS');"
                            + " select set_config('ledger.city', '4102', true), set_config('ledger.county', '410225', true),"
                            + " set_config('ledger.town', '410225101', true), set_config('ledger.industries', 'C', true),"
                            + " set_config('ledger.matters', 'FIRE', true)");

            // When, Then
            assertEquals(3, seen(owner, "city"));
            assertEquals(2, seen(owner, "county"));
            assertEquals(1, seen(owner, "town"));
            assertEquals(2, seen(owner, "county_department"));
            assertEquals(0, seen(owner, "county_integration"));
            assertEquals(0, seen(owner, "enterprise"));
            assertEquals(2, seen(owner, "county_auditor"));
        }
    }

    @Test
    void historyOfARecordedTableIsShownByItsRowsAsTheyAreNow() throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // Given
            execute(
                    owner,
                    "create table kit_copy (like ledger_placed including all); select ledger_secure('kit_copy');"
                            + " select ledger_record('kit_copy', 'KIT');"
                            + " create policy published on kit_copy for select to ledger_enterprise using (version > 0);"
                            + " insert into kit_copy (id, division_code, version) values ('00000000-0000-7000-8000-00000000a17e', '410225000000', 0);"
                            + " insert into history_entry (id, object_type, object_id, sequence, division_code, action, status,"
                            + " actor, actor_name, actor_role, recorded_at, detail, previous_hash, hash)"
                            + " values (gen_random_uuid(), 'KIT', '00000000-0000-7000-8000-00000000a17e', 1, '410225000000', 'X',"
                            + " 'X', 'x', 'x', 'x', now(), '{}', 'x', 'x');"
                            + " select set_config('ledger.city', '4102', true), set_config('ledger.county', '410225', true)");
            String entries = "history_entry where object_type = 'KIT'";

            // When, Then
            assertEquals(1, seen(owner, "county", entries));
            assertEquals(0, seen(owner, "enterprise", entries));
            // Systems are not shown the table, though they lie in its place.
            assertEquals(0, seen(owner, "county_integration", entries));

            // When
            execute(owner, "update kit_copy set version = 1");

            // Then
            assertEquals(1, seen(owner, "enterprise", entries));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select ledger_secure('kit_copy', writes => '{boss}') | There is no tier \"boss\"; the tiers are city, county,",
                "select ledger_secure('kit_copy', writes => '{city,NULL}') | There is no tier",
                "select ledger_secure('kit_copy', departments => 'ALL') | departments => \"ALL\" is none of NONE, PLACE, TRADE,",
                "select ledger_secure('kit_copy', departments => null) | departments => ",
                "select ledger_secure('kit_copy', integrations => 'ALL') | integrations => \"ALL\" is none of NONE, READ, PLACE",
                "select ledger_secure('kit_copy', departments => 'POWERS') | Table kit_copy has no column \"industry_section\"",
                "select ledger_secure('industry') | Table industry has no column \"city_code\", which its policies compare: add",
                "select ledger_secure_own('kit_copy', 'delete', '{worker}') | command => \"delete\" is none of all, select,",
                "select ledger_secure_own('kit_copy', 'all', '{city}') | tiers => {city} is not of enterprise and worker",
                "select ledger_secure_own('kit_copy', 'all', '{}') | tiers => {} is not of enterprise and worker",
                "select ledger_secure_own('kit_copy', 'all', '{worker}') | Table kit_copy has no column \"enterprise_id\"",
                "select ledger_secure_part('kit_copy', 'hazard', 'hazard_id') | Table kit_copy has no column \"hazard_id\"",
                "select ledger_secure_part('kit_copy', 'checklist', 'id') | Table checklist, which decides who sees the rows of",
            })
    void wrongArgumentIsRefusedBySayingWhatIsWrong(String securing, String message) throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);
            execute(owner, "create table kit_copy (like ledger_placed including all)");

            // When
            SQLException refusal = assertThrows(SQLException.class, () -> execute(owner, securing));

            // Then
            String told = String.valueOf(refusal.getMessage());
            assertTrue(told.startsWith("ERROR: " + message.strip()), told);
        }
    }

    @Test
    void columnsOfTheTemplatesReferToWhatTheyName() throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // When
            execute(
                    owner,
                    "create table kit_copy (like ledger_placed including all, like ledger_traded including all,"
                            + " foreign key (industry_code) references industry (code) on update cascade);"
                            + " select ledger_secure('kit_copy')");

            // Then
            assertEquals(
                    List.of(
                            "FOREIGN KEY (division_code) REFERENCES division(code)",
                            "FOREIGN KEY (enterprise_id) REFERENCES enterprise(id)",
                            "FOREIGN KEY (industry_code) REFERENCES industry(code) ON UPDATE CASCADE"),
                    LedgerDatabase.texts(
                            owner,
                            "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kit_copy'::regclass"
                                    + " and contype = 'f' order by 1"));
        }
    }

    @Test
    void anOrderHasAnIndexForEachColumnThatPoliciesCompare() throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // When
            execute(
                    owner,
                    "create table kit_copy (like ledger_placed including all, like ledger_traded including all, sent_at timestamptz);"
                            + " select ledger_index('kit_copy', 'sent_at')");

            // Then
            assertEquals(
                    List.of(
                            "kit_copy_city_sent_at (city_code, sent_at, id)",
                            "kit_copy_county_sent_at (county_code, sent_at, id)",
                            "kit_copy_enterprise_sent_at (enterprise_id, sent_at, id)",
                            "kit_copy_town_sent_at (town_code, sent_at, id)"),
                    LedgerDatabase.texts(
                            owner,
                            "select indexname || regexp_replace(indexdef, '.* USING btree', '') from pg_indexes"
                                    + " where tablename = 'kit_copy' and indexname not like '%pkey' order by 1"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title = 'x'                       | title of kit_copy 00000000-0000-7000-8000-00000000a17e stays as it was written",
                "status = 'ENDED'                  |",
                "status = 'ENDED', title = 'x'     | title of kit_copy",
                "title = 'x' where status = 'LATE' |",
            })
    void whatIsKeptStaysAsItWasWritten(String change, @Nullable String message) throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // Given
            keptRow(owner, "OPEN");

            // When, Then
            if (message == null) {
                execute(owner, "update kit_copy set " + change);
            } else {
                SQLException refusal =
                        assertThrows(SQLException.class, () -> execute(owner, "update kit_copy set " + change));
                assertTrue(String.valueOf(refusal.getMessage()).startsWith("ERROR: " + message.strip()));
            }
        }
    }

    @Test
    void nothingChangesInAStateThatEnds() throws SQLException {
        try (Connection owner = LedgerDatabase.asSuperuser()) {
            owner.setAutoCommit(false);

            // Given
            keptRow(owner, "ENDED");

            // When
            SQLException refusal =
                    assertThrows(SQLException.class, () -> execute(owner, "update kit_copy set version = 1"));

            // Then
            assertTrue(String.valueOf(refusal.getMessage()).contains("is ENDED: nothing of it changes any more"));
        }
    }

    private static void keptRow(Connection owner, String status) throws SQLException {
        execute(
                owner,
                "create table kit_copy (like ledger_placed including all, status text, title text);"
                        + " select ledger_keep('kit_copy', ended => '{ENDED}', columns => '{title}');"
                        + " insert into kit_copy (id, division_code, version, status, title) values"
                        + " ('00000000-0000-7000-8000-00000000a17e', '410225000000', 0, '" + status
                        + "', 'as written')");
    }

    @Test
    void nobodyButTheOwnerSecuresATable() throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            // When
            List<String> callable = LedgerDatabase.texts(
                    superuser,
                    "select rolname || ' calls ' || p.oid::regprocedure from pg_proc p cross join pg_roles r"
                            + " where p.proname ~ '^ledger_(secure|record|open|enforce|index|keep|share|granted_tiers|tier_roles|require_columns)'"
                            + " and (rolname ~ '^ledger_' or rolname = 'safety_ledger_app')"
                            + " and has_function_privilege(r.oid, p.oid, 'execute')");

            // Then
            assertEquals(List.of(), callable);
        }
    }

    /** The names of policies apart, which nobody is bound by. */
    private static List<String> unnamed(String table, List<String> lines) {
        return RowSecurityListing.of(table, lines).stream()
                .map(line -> line.replaceFirst("^policy \\w+:", "policy:").replace(table + ".", "table."))
                .sorted()
                .toList();
    }

    private static int seen(Connection connection, String tier) throws SQLException {
        return seen(connection, tier, "kit_copy");
    }

    private static int seen(Connection connection, String tier, String rows) throws SQLException {
        execute(connection, "set local role ledger_" + tier);
        try {
            return Integer.parseInt(LedgerDatabase.texts(connection, "select count(*) from " + rows)
                    .getFirst());
        } finally {
            execute(connection, "reset role");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
