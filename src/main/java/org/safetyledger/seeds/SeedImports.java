package org.safetyledger.seeds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Which content of which file is in the database, as the table {@code seed_import} knows it. */
record SeedImports(Connection connection) {

    /** Any number that no other advisory lock of this database uses. */
    private static final long LOCK = 7_301_884_115L;

    /** Makes replicas that start together load one after the other. Held until the transaction ends. */
    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** Whether this content was the last one loaded and no file that it copies from was loaded after it. */
    boolean isCurrent(SeedFile file, String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select from seed_import i where i.file = ? and i.sha256 = ?
                and not exists (select from seed_import s where s.file = any(?) and s.loaded_at > i.loaded_at)""")) {
            statement.setString(1, file.name());
            statement.setString(2, sha256);
            statement.setObject(3, file.takesFrom().toArray(String[]::new));
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    void record(SeedFile file, String sha256, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into seed_import (file, sha256, rows, loaded_at) values (?, ?, ?, ledger_moment())
                on conflict (file) do update
                set sha256 = excluded.sha256, rows = excluded.rows, loaded_at = excluded.loaded_at""")) {
            statement.setString(1, file.name());
            statement.setString(2, sha256);
            statement.setInt(3, rows.size());
            statement.executeUpdate();
        }
    }
}
