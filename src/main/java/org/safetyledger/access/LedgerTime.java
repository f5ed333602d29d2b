package org.safetyledger.access;

import io.quarkus.arc.ClientProxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the program goes by the machine's clock, which the database has, too, or by one that is driven. */
public final class LedgerTime {
    /** It ticks in microseconds, as the database keeps them. */
    public static final Clock OF_THE_MACHINE = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    private LedgerTime() {}

    /** The moment that the database has to be told, as it cannot know it; null where its own clock tells it. */
    static @Nullable Instant toBeTold(Clock clock) {
        Clock present = ClientProxy.unwrap(clock);
        return present.equals(OF_THE_MACHINE) ? null : present.instant();
    }
}
