package org.safetyledger.access;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells whether a commit that failed was refused by the database, or got no answer from it. */
final class CommitFailure {
    private CommitFailure() {}

    /**
     * The transaction manager says of both that the transaction was rolled back, and keeps what the database said among
     * the suppressed failures. A lost connection may have been lost before or behind the commit.
     */
    static boolean leavesOutcomeUnknown(Throwable failure) {
        return all(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .map(CommitFailure::isWithoutAnswer)
                .orElse(!(failure instanceof RollbackException));
    }

    private static Stream<Throwable> all(Throwable failure) {
        Stream<Throwable> causes = failure.getCause() == null ? Stream.of() : all(failure.getCause());
        return Stream.concat(
                Stream.of(failure),
                Stream.concat(causes, Stream.of(failure.getSuppressed()).flatMap(CommitFailure::all)));
    }

    /** Class 08: connection; 57: shut down or cancelled; null: the driver or the pool itself failed. */
    private static boolean isWithoutAnswer(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }
}
