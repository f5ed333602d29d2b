package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database behind the service: as its superuser, who sees every row, or as the role that the service has. */
public final class LedgerDatabase {
    private static final String SNAPSHOT = "select pg_current_snapshot()";
    private static final String PLACE = "select concat_ws(' ', pg_postmaster_start_time(), current_database())";

    /** Whether all transactions that ended between a snapshot and the present one were rolled back. */
    private static final String ONLY_ROLLED_BACK = """
            select coalesce(bool_and(pg_xact_status(id) = 'aborted'), true)
            from (select number::text::xid8 id from generate_series(pg_snapshot_xmin('%1$s')::text::bigint,
              pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1) number) numbered
            where not pg_visible_in_snapshot(id, '%1$s') and pg_visible_in_snapshot(id, pg_current_snapshot())""";

    private static volatile Fingerprint lastTaken = new Fingerprint("", "", Map.of());

    private LedgerDatabase() {}

    private record Fingerprint(String place, String snapshot, Map<String, String> tables) {}

    public static Connection asSuperuser() throws SQLException {
        String ofPackagedLedger = System.getProperty(OwnedDatabase.SUPERUSER_URL);
        return ofPackagedLedger == null
                ? KeptConnections.lend(
                        value("quarkus.datasource.jdbc.url"),
                        value("quarkus.flyway.username"),
                        value("quarkus.flyway.password"))
                : DriverManager.getConnection(ofPackagedLedger);
    }

    public static Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"),
                value("quarkus.datasource.username"),
                value("quarkus.datasource.password"));
    }

    /**
     * Of every table how many rows it has and a sum over their contents: two are equal when nothing was changed. The
     * tables are read only if a transaction was committed since the last time: else PostgreSQL shows the same rows.
     */
    public static Map<String, String> fingerprint() {
        try (Connection connection = asSuperuser()) {
            String snapshot = snapshot(connection);
            String place = texts(connection, PLACE).getFirst();
            Fingerprint last = lastTaken;
            boolean same = place.equals(last.place) && showsTheSame(connection, last.snapshot);
            lastTaken = new Fingerprint(place, snapshot, same ? last.tables : sums(connection));
            return lastTaken.tables;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Begins a transaction that goes on seeing what there is now. */
    static String snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return texts(connection, SNAPSHOT).getFirst();
    }

    /** Whether the transaction sees what an earlier one of the same database saw, as nothing was committed in between. */
    static boolean showsTheSame(Connection connection, String earlier) throws SQLException {
        return texts(connection, ONLY_ROLLED_BACK.formatted(earlier)).getFirst().equals("t");
    }

    static Map<String, String> sums(Connection connection) throws SQLException {
        String each = "select '%s', count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t";
        String all = tables(connection).stream()
                .map(table -> each.formatted(table, table))
                .collect(Collectors.joining(" union all "));
        Map<String, String> sums = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(all)) {
            while (rows.next()) {
                sums.put(rows.getString(1), rows.getString(2));
            }
        }
        return sums;
    }

    /** Every table of the schema, partitions left out: they are read through their parents. */
    public static List<String> tables(Connection connection) throws SQLException {
        return texts(
                connection,
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p') and not relispartition order by 1");
    }

    /** The one number that the query gives, beyond all row policies. */
    public static long number(String query) {
        try (Connection connection = asSuperuser()) {
            return Long.parseLong(texts(connection, query).getFirst());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of the rows. */
    public static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** A connection of the service's role, planning as the service does, that writes parameters into the text. */
    static Connection asApplicationInPlainText() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", value("quarkus.datasource.username"));
        properties.setProperty("password", value("quarkus.datasource.password"));
        properties.setProperty("options", "-c plan_cache_mode=force_generic_plan");
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(value("quarkus.datasource.jdbc.url"), properties);
    }

    /** Another database of the same server. */
    static Connection asSuperuserIn(String database) throws SQLException {
        return DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url").replaceFirst("/\\w+(\\?.*)?$", "/" + database),
                value("quarkus.flyway.username"),
                value("quarkus.flyway.password"));
    }

    private static String value(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
