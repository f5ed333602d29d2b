package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** One caller's demanding work waits for its own turn, and nobody else's does. */
class CallerSharesTest {
    private static final int FILES = 8;
    private static final Duration SHORT = Duration.ofMillis(500);

    private final CallerShares shares = new CallerShares(new Limits(SHORT, SHORT, SHORT, SHORT), 40);

    private record Limits(Duration statementLimit, Duration lockWait, Duration idleTransaction, Duration turnWait)
            implements DatabaseLimits {}

    @FunctionalInterface
    private interface Place {
        String take(Caller caller, Callable<String> work) throws Exception;
    }

    @Test
    void whatKeepsAProcessorBusyIsDoneOneAfterTheOther() throws Exception {
        assertEquals(1, placesOf(shares::alone));
    }

    @Test
    void whoHasTheTurnNeedsNoOther() throws Exception {
        Caller caller = caller("a");
        assertEquals("done", shares.alone(caller, () -> shares.alone(caller, () -> "done")));
    }

    @Test
    void longWorkLeavesTwiceItsTimeToOthers() throws Exception {
        // Given
        Caller caller = caller("a");
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);

        // When
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = others.submit(() -> shares.alone(caller, () -> {
                begun.countDown();
                Thread.sleep(20);
                return times.add(System.nanoTime());
            }));
            begun.await();
            Future<Boolean> second = others.submit(() -> shares.alone(caller, () -> times.add(System.nanoTime())));

            // Then
            assertTrue(first.get() && second.get());
        }
        Duration rest = Duration.ofNanos(times.get(1) - times.get(0));
        assertTrue(rest.toMillis() >= 39, rest::toString);
    }

    @Test
    void fewFilesAreUnderWayAtOnce() throws Exception {
        assertEquals(FILES, placesOf(shares::file));
    }

    @Test
    void oneOfTheHeaviestRequestsRunsAtATimeBesideOrdinaryOnes() throws Exception {
        assertEquals(1, placesOf((caller, work) -> shares.take(caller, 10_000, work)));
        Caller caller = caller("a");
        assertEquals(
                "done",
                shares.take(caller, 10_000, () -> shares.take(caller, 1, () -> shares.take(caller, 1, () -> "done"))));
    }

    @Test
    void documentsOfACallerOfWhomManyWereRefusedAreLookedAtOneAfterTheOther() throws Exception {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        for (int refused = 0; refused <= 10; refused++) {
            assertThrows(
                    Refusal.class,
                    () -> shares.prepare(caller("a"), () -> {
                        throw Refusal.of(ErrorCode.LIMIT_EXCEEDED);
                    }));
        }
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = others.submit(() -> shares.prepare(caller("a"), () -> {
                begun.countDown();
                end.await();
                return "first";
            }));
            begun.await();

            // When
            Refusal second = assertThrows(Refusal.class, () -> shares.prepare(caller("a"), () -> "second"));
            String other = shares.prepare(caller("b"), () -> "other");
            end.countDown();

            // Then
            assertEquals(ErrorCode.TOO_MANY_REQUESTS, second.code());
            assertEquals("other", other);
            assertEquals("first", first.get());
        }
    }

    /** Takes places of one caller until one is refused, and one of another caller meanwhile. */
    private static int placesOf(Place place) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Future<String>> held = new ArrayList<>();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (true) {
                    CountDownLatch taken = new CountDownLatch(1);
                    Future<String> next = others.submit(() -> place.take(caller("a"), () -> {
                        taken.countDown();
                        end.await();
                        return "done";
                    }));
                    if (!isTaken(taken, next)) {
                        break;
                    }
                    held.add(next);
                }
                // When
                String other = place.take(caller("b"), () -> "done");
                Refusal refusal = assertThrows(Refusal.class, () -> place.take(caller("a"), () -> "done"));

                // Then
                assertEquals("done", other);
                assertEquals(ErrorCode.TOO_MANY_REQUESTS, refusal.code());
            } finally {
                end.countDown();
            }
            for (Future<String> one : held) {
                assertEquals("done", one.get());
            }
            assertEquals("done", place.take(caller("a"), () -> "done"));
        }
        return held.size();
    }

    private static boolean isTaken(CountDownLatch taken, Future<String> next) throws InterruptedException {
        while (taken.getCount() > 0) {
            if (next.state() == Future.State.FAILED) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private static Caller caller(String subject) {
        return new Caller(subject, subject, Role.COUNTY_OFFICER, "410225000000", null, Powers.NONE, null, Set.of());
    }
}
