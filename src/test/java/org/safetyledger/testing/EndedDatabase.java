package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Says that the database has ended where that is why a test failed, which its own message would not tell. */
public final class EndedDatabase implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    private final Database database;

    /** How it is asked whether it is there. */
    interface Database {
        Connection connect() throws SQLException;
    }

    public EndedDatabase() {
        this(LedgerDatabase::asSuperuser);
    }

    EndedDatabase(Database database) {
        this.database = database;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(failure);
    }

    Throwable explained(Throwable failure) {
        try (Connection connection = database.connect()) {
            return connection.isValid(1) ? failure : ended("it does not answer", failure);
        } catch (SQLException gone) {
            return ended(String.valueOf(gone.getMessage()), failure);
        }
    }

    private static AssertionError ended(String answer, Throwable failure) {
        return new AssertionError(
                "The database of this test run has ended, which is why this test failed: something on this machine"
                        + " stopped it, or it crashed (target/embedded-pg has its log). " + answer,
                failure);
    }
}
