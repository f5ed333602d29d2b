package org.safetyledger.graphql.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final Turns turns = new Turns(MOST_AT_ONCE, LONGEST_LINE);
    private final Turns farewells = new Turns(1, LONGEST_LINE);

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
            request.request().connection().close();
        }
    }
}
