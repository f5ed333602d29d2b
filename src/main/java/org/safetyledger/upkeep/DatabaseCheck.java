package org.safetyledger.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** What must hold of the database before it is migrated. */
record DatabaseCheck(DatabaseLogin owner, DatabaseLogin application) {
    private static final int OLDEST = 18;

    /** The first thing that does not hold, as the end of a sentence. */
    Optional<String> refusal() {
        try (Connection connection = owner.open()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                return Optional.of("%s is a PostgreSQL %d: Safety Ledger needs PostgreSQL %d or newer"
                        .formatted(owner.variables().url(), version, OLDEST));
            }
            if (!hasApplicationRole(connection)) {
                return Optional.of("the role \"%1$s\" of %2$s does not exist: create role %1$s login password '...'"
                        .formatted(application.user(), application.variables().user()));
            }
        } catch (SQLException failure) {
            return Optional.of(owner.refusal(failure));
        }
        try (Connection connection = application.open()) {
            return connection.isValid(1) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException failure) {
            return Optional.of(application.refusal(failure));
        }
    }

    private boolean hasApplicationRole(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, application.user());
            return query.executeQuery().next();
        }
    }
}
