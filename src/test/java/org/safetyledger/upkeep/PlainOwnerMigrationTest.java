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
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;

/** What a superuser may do in the tests, the owner whom an operator makes may not: the migrations need no more than that one has. */
class PlainOwnerMigrationTest {
    /** The first number that PostgreSQL gives to what is not its own (FirstNormalObjectId in access/transam.h). */
    private static final int FIRST_OF_OTHERS = 16384;

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

            Flyway flyway = Flyway.configure()
                    .dataSource(url, "safety_ledger_owner", "owner")
                    .locations("db/migration")
                    .placeholders(Map.of("app_role", "safety_ledger_app"))
                    .load();
            int known = flyway.info().all().length;

            // When
            MigrateResult migrated = flyway.migrate();

            // Then
            assertTrue(migrated.success);
            assertEquals(known, migrated.migrationsExecuted);
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
