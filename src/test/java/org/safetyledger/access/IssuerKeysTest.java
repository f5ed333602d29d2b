package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safetyledger.access.RawIssuer.Manner;

/** An issuer that hangs, is cut off, drips, talks nonsense, changes its keys, and is asked for keys that it never had. */
class IssuerKeysTest {
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T04:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private RawIssuer issuer;

    @SuppressWarnings("NullAway.Init")
    private IssuerKeys keys;

    @BeforeEach
    void start() throws IOException {
        issuer = new RawIssuer();
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        keys = new IssuerKeys(
                new IssuerClient(new Limits(), new ObjectMapper(), issuer.address(), Optional.empty()),
                new Limits(),
                clock);
    }

    @AfterEach
    void stop() throws IOException {
        issuer.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"HANG", "CUT", "DRIP", "ENDLESS", "GARBAGE", "FAULT"})
    void issuerWithoutAnAnswerIsGivenUpWithinTheLimitAndAskedAgain(Manner manner) throws Exception {
        // Given
        issuer.publish("one");
        issuer.behave(manner);

        // When
        long start = System.nanoTime();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> found("one"));

        // Then
        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(LIMIT.multipliedBy(5)) < 0, manner::name);
        assertTrue(isOfIssuer(failure), failure::toString);

        // When
        issuer.behave(Manner.ANSWER);
        pass(Duration.ofSeconds(2));

        // Then
        assertTrue(found("one"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"HANG", "CUT", "DRIP", "GARBAGE"})
    void knownKeyIsGoodWhileTheIssuerCannotBeAskedForAnHourAtMost(Manner manner) throws Exception {
        // Given
        issuer.publish("one");
        assertTrue(found("one"));

        // When
        issuer.behave(manner);
        CompletableFuture<?> forged = keys.find("forged");

        // Then
        assertTrue(keys.find("one").isDone());
        assertTrue(found("one"));
        pass(Duration.ofMinutes(6));
        assertTrue(found("one"));
        pass(Duration.ofSeconds(2));
        assertTrue(keys.find("one").isDone());
        assertTrue(found("one"));
        pass(Duration.ofMinutes(70));
        assertThrows(ExecutionException.class, () -> found("one"));
        assertTrue(forged.isDone());
    }

    @Test
    void manyWhoWaitForAHangingIssuerWaitForOneQuestion() throws Exception {
        // Given
        issuer.behave(Manner.HANG);

        // When
        List<CompletableFuture<?>> waiting = IntStream.range(0, 300)
                .<CompletableFuture<?>>mapToObj(i -> keys.find("forged-" + i))
                .toList();

        // Then
        for (CompletableFuture<?> one : waiting) {
            assertThrows(ExecutionException.class, () -> one.get(5, TimeUnit.SECONDS));
        }
        assertEquals(1, issuer.connections());
        assertThrows(ExecutionException.class, () -> found("forged-again"));
        assertEquals(1, issuer.connections());
    }

    @Test
    void forgedTokensCostNoQuestion() throws Exception {
        // Given
        issuer.publish("one");
        assertTrue(found("one"));
        int before = issuer.questions();

        // When
        for (int i = 0; i < 300; i++) {
            assertFalse(found(UUID.randomUUID().toString()));
        }

        // Then
        assertEquals(before, issuer.questions());
        pass(Duration.ofSeconds(11));
        for (int i = 0; i < 300; i++) {
            assertFalse(found(UUID.randomUUID().toString()));
        }
        assertEquals(before + 1, issuer.questions());
        assertTrue(found("one"));
    }

    @Test
    void newKeyIsTakenWithinSecondsAndAWithdrawnOneForgottenWithinMinutes() throws Exception {
        // Given
        issuer.publish("one");
        assertTrue(found("one"));

        // When
        issuer.publish("two");
        pass(Duration.ofSeconds(11));

        // Then
        assertTrue(found("two"));
        assertFalse(found("one"));

        // When
        issuer.publish("three");
        pass(Duration.ofMinutes(6));

        // Then
        assertFalse(found("two"));
        assertTrue(found("three"));
    }

    private boolean found(String id) throws Exception {
        return keys.find(id).get(5, TimeUnit.SECONDS).isPresent();
    }

    private void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    private static boolean isOfIssuer(Throwable failure) {
        Throwable cause = failure.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IOException || cause instanceof TimeoutException;
    }

    private static final class Limits implements IssuerSettings {
        @Override
        public Duration connectTimeout() {
            return LIMIT;
        }

        @Override
        public Duration answerTimeout() {
            return LIMIT;
        }

        @Override
        public Duration keysLast() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration keysLastUnasked() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration unknownKeysLast() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(1);
        }
    }
}
