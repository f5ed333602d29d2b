package org.safetyledger.bench.year;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Stands at an hour of the simulated year, and goes on by a microsecond each time it is read, so that no two moments are one. */
final class YearClock extends Clock {
    private final AtomicLong microseconds = new AtomicLong();

    YearClock(Instant start) {
        set(start);
    }

    /** Never back: an hour that is set lies after all that was read. */
    void set(Instant hour) {
        microseconds.set(ChronoUnit.MICROS.between(Instant.EPOCH, hour));
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(microseconds.incrementAndGet(), ChronoUnit.MICROS);
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
