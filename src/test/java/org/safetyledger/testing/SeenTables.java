package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * All tables as they were at a moment, for as long as this is open. What was in them is looked up only when something was
 * committed since: most commands that are refused commit nothing.
 */
public final class SeenTables implements AutoCloseable {
    private final Connection then;
    private final String snapshot;

    private SeenTables(Connection then, String snapshot) {
        this.then = then;
        this.snapshot = snapshot;
    }

    public static SeenTables now() throws SQLException {
        Connection then = LedgerDatabase.asSuperuser();
        return new SeenTables(then, LedgerDatabase.snapshot(then));
    }

    public void assertUnchanged(Supplier<String> message) throws SQLException {
        try (Connection now = LedgerDatabase.asSuperuser()) {
            LedgerDatabase.snapshot(now);
            if (!LedgerDatabase.showsTheSame(now, snapshot)) {
                assertEquals(LedgerDatabase.sums(then), LedgerDatabase.sums(now), message);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        then.close();
    }
}
