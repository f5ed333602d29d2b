package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which the issuer signs. They are asked for one question at a time, however many tokens wait for the
 * answer; what is not among them is unknown for a while without asking again; and known keys go on being good for some
 * time while the issuer cannot be asked, so that its trouble is not everybody's.
 */
@ApplicationScoped
class IssuerKeys {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final IssuerClient issuer;
    private final IssuerSettings settings;
    private final Clock clock;

    private volatile Answer known = new Answer(new IssuerClient.Published("", Map.of()), Instant.MIN);
    private @Nullable CompletableFuture<Answer> question;
    private volatile @Nullable Failure failure;

    IssuerKeys(IssuerClient issuer, IssuerSettings settings, Clock clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param issuer as its tokens name it */
    record SigningKey(String issuer, Key key) {}

    private record Answer(IssuerClient.Published published, Instant at) {
        Optional<SigningKey> key(String id) {
            return Optional.ofNullable(published.keys().get(id)).map(key -> new SigningKey(published.name(), key));
        }
    }

    private record Failure(Throwable cause, Instant at) {}

    /** The key with this id; empty when the issuer has none; a failure when that cannot be told. */
    CompletableFuture<Optional<SigningKey>> find(String id) {
        Answer answer = known;
        Optional<SigningKey> key = answer.key(id);
        if (isYounger(answer.at(), key.isPresent() ? settings.keysLast() : settings.unknownKeysLast())) {
            return CompletableFuture.completedFuture(key);
        }
        boolean stillGood =
                key.isPresent() && isYounger(answer.at(), settings.keysLast().plus(settings.keysLastUnasked()));
        boolean inTrouble = failure != null;
        CompletableFuture<Optional<SigningKey>> asked = ask(answer).thenApply(next -> next.key(id));
        if (!stillGood) {
            return asked;
        }
        // Whoever has a good key does not wait for an issuer that gave no answer the last time.
        return inTrouble ? CompletableFuture.completedFuture(key) : asked.exceptionally(unasked -> key);
    }

    /** Whether the issuer was asked lately, and has no such key. */
    boolean isKnownToLack(String id) {
        Answer answer = known;
        return answer.key(id).isEmpty() && isYounger(answer.at(), settings.unknownKeysLast());
    }

    private boolean isYounger(Instant at, Duration age) {
        return at.isAfter(clock.instant().minus(age));
    }

    /** @param seen the answer that is not enough */
    private synchronized CompletableFuture<Answer> ask(Answer seen) {
        if (!known.equals(seen)) {
            return CompletableFuture.completedFuture(known);
        }
        if (question != null) {
            return question;
        }
        Failure last = failure;
        if (last != null && isYounger(last.at(), settings.retryAfter())) {
            return CompletableFuture.failedFuture(last.cause());
        }
        CompletableFuture<Answer> asked = new CompletableFuture<>();
        question = asked;
        issuer.ask().thenAccept(published -> learn(asked, published)).exceptionally(cause -> giveUp(asked, cause));
        return asked;
    }

    private void learn(CompletableFuture<Answer> asked, IssuerClient.Published published) {
        Answer answer = new Answer(published, clock.instant());
        synchronized (this) {
            known = answer;
            failure = null;
            question = null;
        }
        asked.complete(answer);
    }

    private @Nullable Void giveUp(CompletableFuture<Answer> asked, Throwable cause) {
        LOG.warnf("The issuer of the tokens gave no keys: %s", cause);
        synchronized (this) {
            failure = new Failure(cause, clock.instant());
            question = null;
        }
        asked.completeExceptionally(cause);
        return null;
    }
}
