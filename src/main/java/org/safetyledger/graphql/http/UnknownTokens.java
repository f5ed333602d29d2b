package org.safetyledger.graphql.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * Verifies tokens that were not seen lately, few at a time: a flood of forged ones stands in a line of its own, and those
 * whose tokens are known pass by.
 */
@ApplicationScoped
class UnknownTokens {
    private static final int MOST_AT_ONCE = 4;

    /** Behind so many nobody is served in a time that clients wait for. */
    private static final int LONGEST_LINE = 2_000;

    private final Queue<Waiting> line = new ArrayDeque<>();
    private int underWay;

    private enum Turn {
        AT_ONCE,
        LATER,
        NEVER
    }

    private record Waiting(Context eventLoop, Runnable verification) {}

    /** Calls one of the two, on the event loop of the request, when the token's turn has come. */
    void verify(RoutingContext request, Consumer<SecurityIdentity> verified, Consumer<Throwable> refused) {
        Waiting waiting = new Waiting(Vertx.currentContext(), () -> verifyNow(request, verified, refused));
        switch (enter(waiting)) {
            case AT_ONCE -> waiting.verification().run();
            case LATER -> {}
            case NEVER -> refused.accept(Refusal.of(ErrorCode.TOO_MANY_REQUESTS));
        }
    }

    private void verifyNow(RoutingContext request, Consumer<SecurityIdentity> verified, Consumer<Throwable> refused) {
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .onTermination()
                .invoke(this::leave)
                .subscribe()
                .with(verified, refused);
    }

    private synchronized Turn enter(Waiting waiting) {
        if (underWay < MOST_AT_ONCE) {
            underWay++;
            return Turn.AT_ONCE;
        }
        return line.size() < LONGEST_LINE && line.add(waiting) ? Turn.LATER : Turn.NEVER;
    }

    private void leave() {
        Waiting next = next();
        if (next != null) {
            next.eventLoop().runOnContext(ignored -> next.verification().run());
        }
    }

    private synchronized @Nullable Waiting next() {
        Waiting next = line.poll();
        if (next == null) {
            underWay--;
        }
        return next;
    }
}
