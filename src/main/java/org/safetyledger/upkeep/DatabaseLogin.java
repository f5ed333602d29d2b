package org.safetyledger.upkeep;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A way into the database, with the variables of ours that tell it. */
record DatabaseLogin(String url, String user, String password, Variables variables) {
    record Variables(String url, String user, String password) {}

    private static final String PATIENCE_SECONDS = "10";

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        return DriverManager.getConnection(url, properties);
    }

    /** Why the database did not let it in, and how to mend it. */
    String refusal(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "the database refuses the user \"%s\": %s and %s must be a role that may log in, and its password"
                        .formatted(user, variables.user(), variables.password());
            case "3D000" -> "%s names a database that does not exist: %s".formatted(variables.url(), address());
            case "42501" ->
                "the user \"%s\" of %s may not connect to the database: grant it connect"
                        .formatted(user, variables.user());
            case "53300" ->
                "the database at %s has no connection left: raise its max_connections, or lower".formatted(address())
                        + " SAFETY_LEDGER_DB_CONNECTIONS of all replicas";
            case "57P03" -> "the database at %s is only starting or stopping: start again later".formatted(address());
            default ->
                state.startsWith("08")
                        ? "the database at %s cannot be reached: see that it runs, and that %s has its host and port"
                                .formatted(address(), variables.url())
                        : "the database at %s answered: %s".formatted(address(), failure.getMessage());
        };
    }

    /** The address without its parameters, which may hold secrets. */
    private String address() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
