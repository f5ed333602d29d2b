package org.safetyledger.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL set up as the README tells an operator to: an owner that may create roles, and an application role. */
public final class OwnedDatabase implements QuarkusTestResourceLifecycleManager {
    /** The system property by which the tests find this database as its superuser. */
    static final String SUPERUSER_URL = "packaged-ledger.superuser-url";

    private static Map<String, String> settings = Map.of();

    private @Nullable EmbeddedPostgres database;

    /** What a program needs to be told to run on the database that was started last. */
    public static Map<String, String> settings() {
        return settings;
    }

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            database = started;
            try (Connection connection = started.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role safety_ledger_owner login createrole password 'owner'");
                statement.execute("create role safety_ledger_app login password 'app'");
                statement.execute("create database ledger owner safety_ledger_owner");
            }
            String url = "jdbc:postgresql://localhost:" + started.getPort() + "/ledger";
            System.setProperty(SUPERUSER_URL, url + "?user=postgres&password=postgres");
            Map<String, String> fixed = Map.of(
                    "quarkus.datasource.jdbc.url", url,
                    "quarkus.datasource.username", "safety_ledger_app",
                    "quarkus.datasource.password", "app",
                    "quarkus.flyway.username", "safety_ledger_owner",
                    "quarkus.flyway.password", "owner",
                    "quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus",
                    "quarkus.oidc.token.issuer", "https://server.example.com",
                    "safety-ledger.seeds.directory", "seeds",
                    "quarkus.shutdown.delay", "0S",
                    "safety-ledger.evidence.directory",
                            Files.createTempDirectory("evidence").toString());
            settings = new HashMap<>(fixed);
            // Work of the service itself, such as folding counts from one table to another, would look as if a refused
            // command had changed something.
            settings.put("safety-ledger.hazard-counts.fold-every", "off");
            // Tests hold a row while they look at what waits for it.
            settings.put("safety-ledger.database.lock-wait", "30S");
            settings.put("safety-ledger.evidence.check-every", "off");
            settings.put("safety-ledger.upkeep.every", "off");
            settings.put("safety-ledger.daily-reports.every", "off");
            settings.put("safety-ledger.clocks.every", "");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(SUPERUSER_URL);
        try {
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
