package org.safetyledger.hazard;

import java.time.Instant;

/** The total clock of a hazard ends earlier than before; observed in the same transaction. */
public record TotalClockMoved(Hazard hazard, Instant before) {}
