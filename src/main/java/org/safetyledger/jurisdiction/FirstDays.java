package org.safetyledger.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/** On which days rules that are decided now may begin to hold. */
@ApplicationScoped
public class FirstDays {
    /** What is decided farther ahead will be decided again before. */
    private static final int YEARS_AHEAD = 2;

    private final Clock clock;

    FirstDays(Clock clock) {
        this.clock = clock;
    }

    /** Whatever began or came due today did so by a rule that was known in the morning. */
    public void require(LocalDate validFrom) {
        LocalDate today = Times.day(clock.instant());
        LocalDate last = today.plusYears(YEARS_AHEAD);
        if (!validFrom.isAfter(today) || validFrom.isAfter(last)) {
            throw Refusal.at("validFrom", ErrorCode.DAY_OUT_OF_RANGE, today.plusDays(1), last);
        }
    }
}
