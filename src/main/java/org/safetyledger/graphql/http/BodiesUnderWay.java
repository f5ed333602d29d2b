package org.safetyledger.graphql.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.safetyledger.access.DatabaseLimits;

/**
 * Bounds what the bodies of one token's requests may hold of the memory, while they arrive and until they are answered; of
 * long ones few are taken in at the same time.
 */
@ApplicationScoped
class BodiesUnderWay {
    private static final int LARGEST_AT_ONCE = 8;

    /** Copies of longer bodies outlive what the collector expects to be short-lived. */
    private static final int LONG = 64 * 1024;

    private static final int LONG_AT_ONCE = 2;

    /** So that a flood of long ones leaves most of the time to others; nobody who sends one now and then feels it. */
    private static final Duration REST = Duration.ofMillis(100);

    private final ConcurrentMap<String, Held> tokens = new ConcurrentHashMap<>();
    private final long largest;
    private final long patience;

    BodiesUnderWay(
            @ConfigProperty(name = "safety-ledger.graphql.request-limit-bytes", defaultValue = "1048576") long largest,
            DatabaseLimits limits) {
        this.largest = largest;
        this.patience = limits.turnWait().toMillis();
    }

    private record Held(long bytes, Turns longOnes) {
        Held with(long more) {
            return new Held(bytes + more, longOnes);
        }
    }

    /**
     * Calls one of the two: has the request's body read, now or when its turn has come, or says that it will not be. What it
     * holds is counted until the request has ended.
     */
    void admit(RoutingContext context, String token, Runnable admitted, Runnable refused) {
        long length = length(context);
        Held held = tokens.compute(token, (any, known) -> known == null ? first(length) : known.with(length));
        if (held.bytes() > largest * LARGEST_AT_ONCE) {
            release(token, length);
            refused.run();
            return;
        }
        if (length <= LONG) {
            context.addEndHandler(ended -> release(token, length));
            admitted.run();
        } else {
            context.addEndHandler(
                    ended -> context.vertx().setTimer(REST.toMillis(), ignored -> release(token, length)));
            waitInLine(context, held.longOnes(), admitted, refused);
        }
    }

    private void waitInLine(RoutingContext context, Turns line, Runnable admitted, Runnable refused) {
        context.request().pause();
        Turns.Turn turn = line.turn(begun -> {
            context.request().resume();
            admitted.run();
        });
        context.addEndHandler(ended -> turn.end());
        turn.ask();
        long timer = context.vertx().setTimer(patience, ignored -> {
            if (turn.giveUp()) {
                refused.run();
            }
        });
        // It holds on to the request with its body, which would outlive its answer by seconds.
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    /** The line is as long as what may be held allows. */
    private static Held first(long length) {
        return new Held(length, new Turns(LONG_AT_ONCE, Integer.MAX_VALUE, REST));
    }

    private void release(String token, long length) {
        tokens.computeIfPresent(token, (any, held) -> held.bytes() == length ? null : held.with(-length));
    }

    /** What is not told may be as large as any. */
    private long length(RoutingContext context) {
        String told = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return told == null ? largest : Math.clamp(Long.parseLong(told), 1, largest);
        } catch (NumberFormatException malformed) {
            return largest;
        }
    }
}
