package org.safetyledger.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Tries at each start what the scope of reads relies on: that the driver sends the statements of a flush as one
 * transaction. A driver or pooler that does otherwise would lose the scope between them; the service does not start then.
 */
@ApplicationScoped
class ReadScopeCheck {
    /** Nobody's, as no division has this code. */
    private static final Caller NOBODY =
            new Caller("start", "start", Role.COUNTY_OFFICER, "999999000000", null, Powers.NONE, null, Set.of());

    private static final String SEEN = "select current_setting('role'), current_setting('ledger.county'),"
            + " current_setting('transaction_read_only'), ?";

    private final AgroalDataSource dataSource;
    private final ReadScope scope;

    ReadScopeCheck(AgroalDataSource dataSource, ReadScope scope) {
        this.dataSource = dataSource;
        this.scope = scope;
    }

    void onStart(@Observes StartupEvent start) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // The first time the driver describes the statements, later on they are prepared: both ways must hold.
            for (int times = 0; times < 3; times++) {
                requireScope(connection);
                requireNoScope(connection);
            }
        }
    }

    private void requireScope(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(scope.statement(NOBODY, SEEN))) {
            statement.setObject(scope.bind(statement, NOBODY), ReadScope.text(""));
            statement.execute();
            statement.getMoreResults();
            ResultSet seen = statement.getResultSet();
            if (!seen.next()
                    || !NOBODY.tier().equals(seen.getString(1))
                    || !"999999".equals(seen.getString(2))
                    || !"on".equals(seen.getString(3))) {
                throw new IllegalStateException(
                        "The scope of a flush does not reach its reads: check the version of the"
                                + " PostgreSQL driver, and that a pooler keeps a transaction on one connection.");
            }
        }
    }

    private static void requireNoScope(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet left = statement.executeQuery(
                        "select current_setting('role'), coalesce(current_setting('ledger.county', true), '')")) {
            left.next();
            if (!left.getString(1).equals("none") || !left.getString(2).isEmpty()) {
                throw new IllegalStateException(
                        "The scope of a flush outlives it: the database connection must commit by itself.");
            }
        }
    }
}
