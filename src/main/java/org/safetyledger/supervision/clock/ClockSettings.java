package org.safetyledger.supervision.clock;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How the clocks are watched. */
@ConfigMapping(prefix = "safety-ledger.clocks")
public interface ClockSettings {
    /** How often what became due is recorded; empty where this replica leaves it to others. */
    Optional<Duration> every();
}
