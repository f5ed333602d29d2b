package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connections that are lent again once they were closed, as new as they were. One that is really new costs PostgreSQL a process,
 * which reads the catalog for every table anew: longer than what most tests ask of it.
 */
final class KeptConnections {
    private static final Map<String, Deque<Connection>> IDLE = new ConcurrentHashMap<>();

    private KeptConnections() {}

    static Connection lend(String url, String user, String password) throws SQLException {
        Deque<Connection> idle = IDLE.computeIfAbsent(user + " " + url, key -> new ConcurrentLinkedDeque<>());
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isValid(1)) {
                return lent(kept, idle);
            }
            kept.close();
        }
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        // What one test has asked often is planned for the next as if it were asked for the first time.
        properties.setProperty("prepareThreshold", "0");
        return lent(DriverManager.getConnection(url, properties), idle);
    }

    private static Connection lent(Connection connection, Deque<Connection> idle) {
        AtomicBoolean returned = new AtomicBoolean();
        return PassingDriver.proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                if (!returned.getAndSet(true)) {
                    takeBack(connection, idle);
                }
                return null;
            }
            if (method.getName().equals("isClosed")) {
                return returned.get() || connection.isClosed();
            }
            if (returned.get()) {
                throw new SQLException("This connection was closed");
            }
            return PassingDriver.invoke(connection, method, arguments);
        });
    }

    /** Ends what was not committed and forgets all that a session may have set, made or locked. */
    private static void takeBack(Connection connection, Deque<Connection> idle) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (Statement statement = connection.createStatement()) {
                // What it counted waits up to a second in its process, and would show among what the next one counts.
                statement.execute("select pg_stat_force_next_flush()");
                statement.execute("discard all");
            }
            idle.addFirst(connection);
        } catch (SQLException lost) {
            connection.close();
        }
    }
}
