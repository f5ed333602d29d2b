package org.safetyledger.testing;

import java.lang.reflect.InvocationHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver, losing its connection where a test wants it. */
public final class CuttingDriver extends PassingDriver {
    private static final AtomicReference<Cut> NEXT = new AtomicReference<>(Cut.NONE);
    private static volatile boolean away;

    /** What becomes of the next commit of something written. */
    public enum Cut {
        NONE,
        /** The connection is lost before the database hears of the commit. */
        BEFORE_COMMIT,
        /** The database commits, and the connection is lost before it says so. */
        AFTER_COMMIT,
        /** The commit is answered, and then the database is away. */
        AWAY_AFTER_COMMIT
    }

    public CuttingDriver() {
        super(new org.postgresql.Driver());
    }

    public static void cut(Cut next) {
        NEXT.set(next);
    }

    public static void takeDatabaseAway() {
        away = true;
    }

    public static void reset() {
        NEXT.set(Cut.NONE);
        away = false;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        requirePresent();
        Connection connection = driver.connect(url, info);
        AtomicBoolean written = new AtomicBoolean();
        return connection == null
                ? null
                : proxy(Connection.class, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && written.getAndSet(false)) {
                        commit(connection);
                        return null;
                    }
                    Object result = invoke(connection, method, arguments);
                    if (result instanceof PreparedStatement prepared && arguments[0] instanceof String sql) {
                        return proxy(PreparedStatement.class, executing(prepared, sql, written));
                    }
                    return result instanceof Statement statement
                            ? proxy(Statement.class, executing(statement, "", written))
                            : result;
                });
    }

    private static void commit(Connection connection) throws SQLException {
        Cut cut = NEXT.getAndSet(Cut.NONE);
        if (cut != Cut.BEFORE_COMMIT) {
            connection.commit();
        }
        away = cut == Cut.AWAY_AFTER_COMMIT;
        if (cut == Cut.BEFORE_COMMIT || cut == Cut.AFTER_COMMIT) {
            connection.close();
            throw lost();
        }
    }

    private static InvocationHandler executing(Statement statement, String sql, AtomicBoolean written) {
        return (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                requirePresent();
                if (sql.toLowerCase(Locale.ROOT).startsWith("insert")) {
                    written.set(true);
                }
            }
            return invoke(statement, method, arguments);
        };
    }

    private static void requirePresent() throws SQLException {
        if (away) {
            throw lost();
        }
    }

    private static SQLException lost() {
        return new SQLException("The connection was cut by the test", "08006");
    }
}
