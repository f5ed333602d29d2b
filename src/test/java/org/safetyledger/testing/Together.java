package org.safetyledger.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several people who act at the same moment. */
public final class Together {
    private static final int PATIENCE_SECONDS = 120;

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
}
