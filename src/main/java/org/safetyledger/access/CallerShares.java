package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * Lets one caller have half of the connections at most, and the more of that share for a request the longer it may keep the
 * database busy: whatever one token sends, others are served.
 */
@ApplicationScoped
public class CallerShares {
    /** Two requests at once may count and search as much as a document may. */
    private static final int HEAVIEST = 2;

    /** How many requests of one caller may wait for their turn; more are told to come back later. */
    private static final int LONGEST_LINE = 128;

    /** A request that keeps the database busy for less is an ordinary one. */
    private static final double ORDINARY_MILLISECONDS = 60;

    private final ConcurrentMap<String, Share> shares = new ConcurrentHashMap<>();
    private final int size;
    private final int heaviest;
    private final long patience;

    CallerShares(DatabaseLimits limits, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.size = Math.max(HEAVIEST, connections / 2);
        this.heaviest = size / HEAVIEST;
        this.patience = limits.turnWait().toMillis();
    }

    private record Share(Semaphore free, int users) {
        Share with(int more) {
            return new Share(free, users + more);
        }
    }

    /**
     * Runs the work when its caller's share allows.
     *
     * @param milliseconds how long the database may be busy with its counts and searches, roughly
     */
    public <T> T take(Caller caller, double milliseconds, Callable<T> work) throws Exception {
        String subject = caller.subject();
        Share share = shares.compute(
                subject, (any, known) -> known == null ? new Share(new Semaphore(size, true), 1) : known.with(1));
        try {
            int weight = Math.clamp(Math.round(milliseconds / ORDINARY_MILLISECONDS), 1, heaviest);
            if (share.users() > LONGEST_LINE || !share.free().tryAcquire(weight, patience, TimeUnit.MILLISECONDS)) {
                throw Refusal.of(ErrorCode.TOO_MANY_REQUESTS);
            }
            try {
                return work.call();
            } finally {
                share.free().release(weight);
            }
        } finally {
            shares.computeIfPresent(subject, (any, known) -> known.users() == 1 ? null : known.with(-1));
        }
    }
}
