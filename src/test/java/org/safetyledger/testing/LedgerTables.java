package org.safetyledger.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database behind the tests, as its superuser sees and changes it: without row security or missing grants. */
@ApplicationScoped
public class LedgerTables {
    /** The rows, their columns joined by bars. */
    public List<String> rows(String query, Object... parameters) {
        try (Connection connection = LedgerDatabase.asSuperuser();
                PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet result = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String value(String query, Object... parameters) {
        return rows(query, parameters).getFirst();
    }

    /** Changes rows behind the service's back and tells how many. */
    public int change(String statement, Object... parameters) {
        try (Connection connection = LedgerDatabase.asSuperuser();
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Changes rows that triggers keep as they were written, such as moments that have to have passed; tells nobody how many. */
    public void changePastTriggers(String statement, Object... parameters) {
        change("set session_replication_role = replica; " + statement, parameters);
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }
}
