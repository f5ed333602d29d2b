package org.safetyledger.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * What the database reads for one request, so that it ends when the client has gone: nobody waits for the answer, and others
 * wait for the connection. A command that has begun is carried out, whoever has gone.
 */
public final class RunningRead {
    private static final Logger LOG = Logger.getLogger(RunningRead.class);
    private static final ScopedValue<RunningRead> CURRENT = ScopedValue.newInstance();

    private boolean abandoned;
    private @Nullable PGConnection connection;

    /** Runs the work, whose reads end when this is abandoned. */
    public <T> T during(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Tells that this connection reads from now on; not at all where the client has gone already. */
    public static void enter(Connection connection) throws SQLException {
        if (CURRENT.isBound()) {
            CURRENT.get().begin(connection.unwrap(PGConnection.class));
        }
    }

    /** Tells that the connection no longer reads; to be called before it is given back. */
    public static void leave() {
        if (CURRENT.isBound()) {
            CURRENT.get().end();
        }
    }

    private synchronized void begin(PGConnection reading) throws SQLException {
        if (abandoned) {
            throw new SQLException("The client has gone", "57014");
        }
        connection = reading;
    }

    private synchronized void end() {
        connection = null;
    }

    /** The client has gone. Waits until the database was told, so that it never cancels what the connection does next. */
    public synchronized void abandon() {
        abandoned = true;
        if (connection != null) {
            try {
                connection.cancelQuery();
            } catch (SQLException failure) {
                LOG.debug("A read whose client has gone could not be cancelled", failure);
            }
        }
    }
}
