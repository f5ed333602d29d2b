package org.safetyledger.supervision.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;

/**
 * The rungs that hold for clocks of a subject in a period.
 *
 * @param to last day; null while they hold
 * @param rungs from the lowest
 */
record Ladder(LocalDate from, @Nullable LocalDate to, List<Rung> rungs) {
    /** The first moment of the period. */
    Instant begins() {
        return from.atStartOfDay(Times.ZONE).toInstant();
    }

    boolean holdsAt(Instant moment) {
        LocalDate day = Times.day(moment);
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
