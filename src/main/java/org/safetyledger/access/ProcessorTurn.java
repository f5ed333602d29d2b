package org.safetyledger.access;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * One caller's turn of a processor. Work in it is done one after the other, and after long work the next one rests for twice as
 * long as that took: a flood of it keeps a third of a processor busy, and who sends a long document now and then waits for nobody.
 */
final class ProcessorTurn {
    /** Whoever stays below this is not what the others feel. */
    private static final long ORDINARY = Duration.ofMillis(1).toNanos();

    private static final long LONGEST_REST = Duration.ofMillis(100).toNanos();

    private final ReentrantLock lock = new ReentrantLock(true);
    private long restsUntil = System.nanoTime();

    /** @param patience how long it waits for its turn, in milliseconds, the rest not counted */
    <T> T take(long patience, Callable<T> work) throws Exception {
        if (!lock.tryLock(patience, TimeUnit.MILLISECONDS)) {
            throw Refusal.of(ErrorCode.TOO_MANY_REQUESTS);
        }
        try {
            return lock.getHoldCount() > 1 ? work.call() : rested(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T rested(Callable<T> work) throws Exception {
        TimeUnit.NANOSECONDS.sleep(restsUntil - System.nanoTime());
        long begun = System.nanoTime();
        try {
            return work.call();
        } finally {
            long end = System.nanoTime();
            long took = end - begun;
            restsUntil = took < ORDINARY ? end : end + Math.min(2 * took, LONGEST_REST);
        }
    }
}
