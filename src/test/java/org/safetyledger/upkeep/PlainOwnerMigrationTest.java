package org.safetyledger.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;

/** What a superuser may do in the tests, the owner whom an operator makes may not: the migrations need no more than that one has. */
class PlainOwnerMigrationTest {
    /** The first number that PostgreSQL gives to what is not its own (FirstNormalObjectId in access/transam.h). */
    private static final int FIRST_OF_OTHERS = 16384;

    /** The last one before hazards and tasks had counts by facets. */
    private static final String BEFORE_COUNTS_BY_FACETS = "150";

    /** A hazard whose change of the dashboard's counts is outstanding, and its task, by a program of that time. */
    private static final String HAZARD = """
            set session_replication_role = replica;
            insert into hazard (id, division_code, enterprise_id, industry_code, title, category_code, source, status, grade, discovered_at,
              reported_at, reported_by, responsible_parties, due_at, deadline, version)
            values (gen_random_uuid(), '410225101000', gen_random_uuid(), 'C26', 'title', 'OTHER', 'WORKER', 'ASSIGNED', 'MAJOR', now(), now(),
              'worker', '{}', now(), '{}', 1);
            insert into rectification_task (id, hazard_id, division_code, enterprise_id, industry_code, matter, status, requirement, assigned_by,
              assigned_at, due_at, deadline, version)
            select gen_random_uuid(), id, division_code, enterprise_id, industry_code, 'FIRE', 'SUBMITTED', 'what to do', 'officer', now(), due_at,
              deadline, 1 from hazard;
            insert into hazard_count_change (division_code, industry_code, status, grade, open, due_on, reported_on, amount)
            select division_code, industry_code, status, grade, open, due_at, reported_at, 1 from hazard""";

    /** A closed hazard and an open one of another county, each handled by a department to which it was handed. */
    private static final String HANDED_OVER = """
            insert into hazard (id, division_code, enterprise_id, industry_code, title, category_code, source, status, grade, discovered_at,
              reported_at, reported_by, responsible_parties, due_at, deadline, closed_at, version)
            select gen_random_uuid(), '410221101000', gen_random_uuid(), 'C26', 'title', 'OTHER', 'WORKER', status, 'GENERAL', now(), now(),
              'worker', '{}', now(), '{}', closed::timestamptz, 1
            from (values ('CLOSED', '2024-03-01 10:00+08'), ('CONFIRMED', null)) states (status, closed);
            insert into hazard_transfer (id, division_code, enterprise_id, industry_code, matter, hazard_id, kind, number, status, from_division,
              to_division, to_department, arbiters, basis, reason, contact, sent_by, sent_by_subject, sent_at, answered_at, version)
            select gen_random_uuid(), division_code, enterprise_id, industry_code, 'FIRE', id, 'ORDINARY', 1, 'ACCEPTED', '410221000000',
              '410221000000', 'KF-410221-FR', '{}', 'basis', 'reason', 'contact', 'officer', 'officer', now(), now(), 1
            from hazard where division_code = '410221101000';
            insert into object_grant (id, object_type, object_id, grantee_kind, grantee, starts_at, source_type, source_id)
            select gen_random_uuid(), 'HAZARD', hazard_id, 'DEPARTMENT', to_department, '2024-01-01', 'HAZARD_TRANSFER', id
            from hazard_transfer""";

    private static final String SEEN_UNTIL = """
            select concat_ws(' ', h.status, g.ends_at at time zone 'Asia/Shanghai') from object_grant g
            join hazard h on h.id = g.object_id order by 1""";

    private static final String COUNTED = """
            select concat_ws(' ', cube, county_code, town_code, status, grade, category_code, matter, sector, industry_section, source, amount)
            from hazard_facet_count where county_code = '410225' union all
            select concat_ws(' ', cube, county_code, town_code, status, matter, sector, industry_section, amount) from rectification_task_count
            union all
            select concat_ws(' ', reach, county_code, status, grade, amount) from hazard_count
            where reach = 'CITY' and power = '*' and measure = 'STATE' and county_code = '410225'
            order by 1""";

    private static final List<String> OF_ONE_HAZARD = List.of(
            "CITY 410225 ASSIGNED MAJOR 1",
            "OWN_PLACE 410225 410225101 ASSIGNED MAJOR OTHER 1",
            "OWN_PLACE 410225 410225101 SUBMITTED FIRE 1",
            "OWN_SOURCE 410225 ASSIGNED MAJOR OTHER WORKER 1",
            "OWN_TRADE 410225 ASSIGNED MAJOR OTHER C 1",
            "OWN_TRADE 410225 SUBMITTED FIRE C 1",
            "PLACE_SOURCE 410225 410225101 ASSIGNED MAJOR WORKER 1",
            "TRADE_PLACE 410225 410225101 ASSIGNED MAJOR C 1",
            "TRADE_PLACE 410225 410225101 SUBMITTED C 1",
            "TRADE_SOURCE 410225 ASSIGNED MAJOR C WORKER 1");

    @Test
    void allMigrationsRunAsAnOwnerWhoIsNoSuperuserAndPutNothingAmongPostgresOwnObjects() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection superuser = server.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            // Given: as deploy/compose/create-roles.sh makes them
            statement.execute("create role safety_ledger_owner login createrole password 'owner'");
            statement.execute("create role safety_ledger_app login password 'app'");
            statement.execute("create database ledger owner safety_ledger_owner");
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/ledger";

            FluentConfiguration migrations = Flyway.configure()
                    .dataSource(url, "safety_ledger_owner", "owner")
                    .locations("db/migration")
                    .placeholders(Map.of("app_role", "safety_ledger_app"));
            int known = migrations.load().info().all().length;
            MigrateResult before =
                    migrations.target(BEFORE_COUNTS_BY_FACETS).load().migrate();
            try (Connection ledger = server.getDatabase("postgres", "ledger").getConnection();
                    Statement writing = ledger.createStatement()) {
                writing.execute(HAZARD);
                writing.execute(HANDED_OVER);
            }

            // When
            MigrateResult migrated = migrations.target("latest").load().migrate();

            // Then
            assertTrue(before.success && migrated.success);
            assertEquals(known, before.migrationsExecuted + migrated.migrationsExecuted);
            try (Connection ledger = server.getDatabase("postgres", "ledger").getConnection()) {
                assertEquals(OF_ONE_HAZARD, LedgerDatabase.texts(ledger, COUNTED));
                assertEquals(
                        List.of("CLOSED 2026-03-01 10:00:00", "CONFIRMED"), LedgerDatabase.texts(ledger, SEEN_UNTIL));
            }
            try (Connection ledger = DriverManager.getConnection(url, "safety_ledger_owner", "owner")) {
                assertEquals(List.of(), amongPostgresOwn(ledger));
                assertEquals(
                        List.of("f"),
                        LedgerDatabase.texts(ledger, "select rolsuper from pg_roles where rolname = current_user"));
            }
        }
    }

    private static List<String> amongPostgresOwn(Connection ledger) throws Exception {
        return LedgerDatabase.texts(
                ledger,
                ("select proname::text from pg_proc where pronamespace = 'pg_catalog'::regnamespace and oid >= %1$d"
                                + " union all select relname from pg_class where relnamespace = 'pg_catalog'::regnamespace and oid >= %1$d"
                                + " union all select typname from pg_type where typnamespace = 'pg_catalog'::regnamespace and oid >= %1$d"
                                + " union all select oprname from pg_operator where oprnamespace = 'pg_catalog'::regnamespace and oid >= %1$d")
                        .formatted(FIRST_OF_OTHERS));
    }
}
