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
 * database busy, and one processor at most for what is far from ordinary: whatever one token sends, others are served.
 */
@ApplicationScoped
public class CallerShares {
    /** The heaviest request leaves so many parts of its caller's share to others of that caller: a second one has to wait. */
    private static final int PARTS_LEFT = 4;

    /** How many requests of one caller may wait for their turn; more are told to come back later. */
    private static final int LONGEST_LINE = 128;

    /** Photos of one caller that may be sent at the same time. */
    private static final int FILES = 8;

    /** A request that keeps the database busy for less is an ordinary one. */
    private static final double ORDINARY_MILLISECONDS = 60;

    private final ConcurrentMap<String, Share> shares = new ConcurrentHashMap<>();
    private final int size;
    private final int heaviest;
    private final long patience;
    private final LatestMistakes mistakes = new LatestMistakes();

    CallerShares(DatabaseLimits limits, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.size = Math.max(PARTS_LEFT, connections / 2);
        this.heaviest = size - size / PARTS_LEFT;
        this.patience = limits.turnWait().toMillis();
    }

    private record Share(Semaphore free, ProcessorTurn processor, Semaphore files, int users) {
        Share with(int more) {
            return new Share(free, processor, files, users + more);
        }
    }

    @FunctionalInterface
    private interface Turn<T> {
        T take(Share share) throws Exception;
    }

    /**
     * Runs the work when its caller's share allows.
     *
     * @param milliseconds how long the database may be busy with its counts and searches, roughly
     */
    public <T> T take(Caller caller, double milliseconds, Callable<T> work) throws Exception {
        int weight = Math.clamp(Math.round(milliseconds / ORDINARY_MILLISECONDS), 1, heaviest);
        return inLine(caller.subject(), share -> held(share.free(), weight, work));
    }

    /** Runs work that receives or gives a file, for as long as the caller's network takes. */
    public <T> T file(Caller caller, Callable<T> work) throws Exception {
        return file(caller.subject(), work);
    }

    /** The same for whoever comes in the name of a holder, who is no subject of a token. */
    public <T> T file(String holder, Callable<T> work) throws Exception {
        return inLine(holder, share -> held(share.files(), 1, work));
    }

    private <T> T held(Semaphore places, int number, Callable<T> work) throws Exception {
        requireTurn(places.tryAcquire(number, patience, TimeUnit.MILLISECONDS));
        try {
            return work.call();
        } finally {
            places.release(number);
        }
    }

    /** Runs work that keeps a processor busy for long, such as reading a new document: one after the other for one caller. */
    public <T> T alone(Caller caller, Callable<T> work) throws Exception {
        return inLine(caller.subject(), share -> share.processor().take(patience, work));
    }

    /**
     * Runs what is done before it is known whether a document is let through. Where many of a caller were just refused, one after
     * the other: all at once they would stand before everybody else's.
     */
    public <T> T prepare(Caller caller, Callable<T> work) throws Exception {
        try {
            return mistakes.areMany(caller) ? alone(caller, work) : work.call();
        } catch (Exception refused) {
            mistakes.add(caller);
            throw refused;
        }
    }

    private <T> T inLine(String holder, Turn<T> turn) throws Exception {
        Share share = shares.compute(
                holder,
                (any, known) -> known == null
                        ? new Share(new Semaphore(size, true), new ProcessorTurn(), new Semaphore(FILES, true), 1)
                        : known.with(1));
        try {
            requireTurn(share.users() <= LONGEST_LINE);
            return turn.take(share);
        } finally {
            shares.computeIfPresent(holder, (any, known) -> known.users() == 1 ? null : known.with(-1));
        }
    }

    private static void requireTurn(boolean taken) {
        if (!taken) {
            throw Refusal.of(ErrorCode.TOO_MANY_REQUESTS);
        }
    }
}
