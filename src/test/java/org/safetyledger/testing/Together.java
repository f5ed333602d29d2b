package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Several people who act at the same moment. */
public final class Together {
    private static final int PATIENCE_SECONDS = 120;
    private static final int AT_ONCE = 4;

    private Together() {}

    /** Starts them at once and gives what each of them got; who gets no answer makes the test fail. */
    public static <T> List<T> act(int people, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(people);
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int person = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return work.apply(person);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /**
     * Asks for each of them, a few at a time, where none of the answers depends on another: client, service and database would else
     * wait for one another in turn. The answers come in the order of what was asked.
     */
    public static <A, T> List<T> each(Collection<A> asked, Function<A, T> work) {
        try (var threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            List<Future<T>> running = new ArrayList<>();
            asked.forEach(one -> running.add(threads.submit(() -> work.apply(one))));
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** The same of checks, each of which may ask something: all are made before the first that does not hold is told. */
    public static void assertEach(Stream<Executable> checks) {
        assertAll(each(checks.toList(), Together::made));
    }

    private static Executable made(Executable check) {
        try {
            check.execute();
            return () -> {};
        } catch (Throwable failure) {
            return () -> {
                throw failure;
            };
        }
    }
}
