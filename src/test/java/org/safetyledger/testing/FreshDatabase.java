package org.safetyledger.testing;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.cache.CacheManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safetyledger.access.KnownGrants;
import org.safetyledger.party.RegulatorQueue;
import org.safetyledger.seeds.Seeds;

/**
 * Gives a class of {@link OwnLedger} the database as a program has it that started with the shipped seeds, whatever the classes
 * before it left. Each class of that profile says so, for the first one that does has its database kept for the others.
 */
public final class FreshDatabase implements BeforeAllCallback {
    private static final String KEPT = "ledger_with_seeds";
    private static final String NEXT = "ledger_of_next_class";
    private static final String LARGE = "large_ledger";

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(FreshDatabase.class.getClassLoader());
        try {
            setBack();
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    static void setBack() throws Exception {
        String ledger = name();
        boolean large = LargeLedger.isFilled();
        ArcContainer container = Arc.container();
        // Whoever is in a database keeps it from being copied or exchanged.
        try (Connection beside = LedgerDatabase.asSuperuserIn("template1");
                Statement statement = beside.createStatement()) {
            if (isThere(beside, KEPT)) {
                statement.execute("create database " + NEXT + " template " + KEPT + " strategy file_copy");
                if (large) {
                    rename(beside, statement, ledger, LARGE);
                } else {
                    statement.execute("drop database " + ledger + " with (force)");
                }
                statement.execute("alter database " + NEXT + " rename to " + ledger);
            } else {
                load(container);
                keep(ledger, beside, statement);
            }
        }
        forget(container.instance(CacheManager.class).get());
    }

    /** Gives the class the large ledger, if one was filled for a class before it; else the database to fill it in. */
    static void takeLargeLedger() throws Exception {
        String ledger = name();
        try (Connection beside = LedgerDatabase.asSuperuserIn("template1");
                Statement statement = beside.createStatement()) {
            if (isThere(beside, LARGE)) {
                statement.execute("drop database " + ledger + " with (force)");
                rename(beside, statement, LARGE, ledger);
                forget(Arc.container().instance(CacheManager.class).get());
                return;
            }
        }
        setBack();
    }

    private static boolean isThere(Connection beside, String database) throws SQLException {
        return !LedgerDatabase.texts(beside, "select datname from pg_database where datname = '" + database + "'")
                .isEmpty();
    }

    private static String name() throws SQLException {
        try (Connection ledger = LedgerDatabase.asSuperuser()) {
            return ledger.getCatalog();
        }
    }

    private static void load(ArcContainer container) throws Exception {
        if (LedgerDatabase.number("select count(*) from seed_import") > 0) {
            throw new IllegalStateException("A class of OwnLedger ran without FreshDatabase before this one");
        }
        container.instance(Seeds.class).get().load(Path.of("seeds"));
        container.instance(RegulatorQueue.class).get().refresh();
    }

    private static void keep(String ledger, Connection beside, Statement statement) throws SQLException {
        close(ledger, beside, statement);
        try {
            statement.execute("create database " + KEPT + " template " + ledger + " strategy file_copy");
        } finally {
            statement.execute("alter database " + ledger + " allow_connections true");
        }
    }

    private static void rename(Connection beside, Statement statement, String from, String to) throws SQLException {
        close(from, beside, statement);
        statement.execute("alter database " + from + " rename to " + to);
        statement.execute("alter database " + to + " allow_connections true");
    }

    private static void close(String ledger, Connection beside, Statement statement) throws SQLException {
        statement.execute("alter database " + ledger + " allow_connections false");
        LedgerDatabase.texts(
                beside,
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '" + ledger + "'");
    }

    /** What the service remembers of rows that are no more. */
    private static void forget(CacheManager caches) {
        // A connection that was used a moment ago is not tried before it is used again, and leads to the database
        // before.
        await().pollInSameThread().ignoreExceptions().until(() -> {
            KnownGrants.refresh();
            return true;
        });
        for (String cache : caches.getCacheNames()) {
            caches.getCache(cache)
                    .ifPresent(known -> known.invalidateAll().await().indefinitely());
        }
    }
}
