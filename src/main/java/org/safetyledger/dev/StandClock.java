package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The stand's time: the real one, but while stories of the past are told, so that what they began is overdue by now. */
@ApplicationScoped
@Alternative
@Priority(1)
@IfBuildProfile("dev")
class StandClock extends Clock {
    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private volatile Duration ago = Duration.ZERO;

    void goBack(Duration by) {
        ago = by;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(ago);
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
