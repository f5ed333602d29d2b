package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * The stand's time: the real one, but for a request of a story of the past, so that what it began is overdue by now. Such a
 * request says in a header how long ago it takes place, and only what serves it goes by that.
 */
@ApplicationScoped
@Alternative
@Priority(1)
@IfBuildProfile("dev")
class StandClock extends Clock {
    /** How many days ago the request takes place. */
    static final String DAYS_AGO = "Stand-Days-Ago";

    private static final Pattern WHOLE_DAYS = Pattern.compile("[0-9]{1,4}");

    private static final String OF_THIS_REQUEST = StandClock.class.getName();

    /** Above the priority of authentication (200), so that a request has one time from its beginning on. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    void hear(@Observes Filters filters) {
        filters.register(StandClock::take, BEFORE_AUTHENTICATION);
    }

    /** The request's own context goes with it to the thread that serves it, and to nobody else. */
    private static void take(RoutingContext request) {
        String days = request.request().getHeader(DAYS_AGO);
        if (days == null) {
            request.next();
        } else if (WHOLE_DAYS.matcher(days).matches()) {
            ContextLocals.put(OF_THIS_REQUEST, Duration.ofDays(Integer.parseInt(days)));
            request.next();
        } else {
            request.response()
                    .setStatusCode(400)
                    .end("The header " + DAYS_AGO + " takes a whole number of days from 0 to 9999.");
        }
    }

    private static Duration ago() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(OF_THIS_REQUEST, Duration.ZERO) : Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(ago());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
