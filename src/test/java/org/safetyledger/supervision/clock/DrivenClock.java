package org.safetyledger.supervision.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set. */
final class DrivenClock extends Clock {
    private Instant now;

    DrivenClock(String time) {
        this.now = OffsetDateTime.parse(time).toInstant();
    }

    synchronized void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    synchronized void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Moments have no zone");
    }
}
