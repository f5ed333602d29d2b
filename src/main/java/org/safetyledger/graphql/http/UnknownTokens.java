package org.safetyledger.graphql.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * Verifies tokens that were not seen lately, few at a time, and turns forged ones away one at a time: a flood of them stands in
 * lines of its own, and those whose tokens are known pass by.
 */
@ApplicationScoped
class UnknownTokens {
    private static final int MOST_AT_ONCE = 4;

    /** Behind so many nobody is served in a time that clients wait for. */
    private static final int LONGEST_LINE = 2_000;

    /** A connection that sends so many forged tokens into a full line is itself the flood, or the way by which it comes. */
    static final int MOST_OF_A_CONNECTION = 100;

    private static final int UNAUTHENTICATED = 401;

    private final Turns turns = new Turns(MOST_AT_ONCE, LONGEST_LINE);
    private final Turns farewells;
    private final Map<HttpConnection, Integer> turnedAway = Collections.synchronizedMap(new WeakHashMap<>());

    UnknownTokens() {
        this(LONGEST_LINE);
    }

    UnknownTokens(int longestLine) {
        farewells = new Turns(1, longestLine);
    }

    /** Calls one of the two, on the event loop of the request, when the token's turn has come. */
    void verify(RoutingContext request, Consumer<SecurityIdentity> verified, Consumer<Throwable> refused) {
        boolean willBe = turns.turn(turn -> QuarkusHttpUser.getSecurityIdentity(request, null)
                        .onTermination()
                        .invoke(turn::end)
                        .subscribe()
                        .with(verified, refused))
                .ask();
        if (!willBe) {
            refused.accept(Refusal.of(ErrorCode.TOO_MANY_REQUESTS));
        }
    }

    /** Answers whose token is forged, between the answers to others. */
    void turnAway(RoutingContext request, Runnable answer) {
        boolean willBe = farewells
                .turn(turn -> {
                    try {
                        answer.run();
                    } finally {
                        turn.end();
                    }
                })
                .ask();
        if (!willBe) {
            dismiss(request);
        }
    }

    /**
     * Answers with the status alone. Behind a proxy the connection is everybody's: it stays, and where it brought too many it
     * takes no new requests, while those that are under way are answered.
     */
    private void dismiss(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        boolean isFlood = turnedAway.merge(connection, 1, Integer::sum) >= MOST_OF_A_CONNECTION;
        boolean isShared = request.request().version() == HttpVersion.HTTP_2;
        HttpServerResponse response = request.response().setStatusCode(UNAUTHENTICATED);
        if (isFlood && !isShared) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.request().resume();
        response.end();
        if (isFlood && isShared) {
            connection.shutdown();
        }
    }
}
