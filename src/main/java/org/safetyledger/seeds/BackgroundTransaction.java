package org.safetyledger.seeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A transaction that sees and changes every row, as the database role of background work. Not to be called within another one. */
@ApplicationScoped
class BackgroundTransaction {

    private final DataSource dataSource;

    BackgroundTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work that is committed if it returns and rolled back if it throws. */
    interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = asBackground(connection, work);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static <T> T asBackground(Connection connection, Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role ledger_background");
        }
        return work.apply(connection);
    }
}
