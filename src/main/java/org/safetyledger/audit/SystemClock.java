package org.safetyledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.safetyledger.access.LedgerTime;

/** The clock of everything that is recorded. */
class SystemClock {
    @Produces
    @ApplicationScoped
    Clock clock() {
        return LedgerTime.OF_THE_MACHINE;
    }
}
