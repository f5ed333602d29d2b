package org.safetyledger.jurisdiction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A moment by which something is due, with the rule that made it and why it is that moment. Kept with the row as it
 * was computed, so that later calendars and rules do not move it.
 *
 * @param rule code of the rule, or MANUAL when a person set the date within the rule's limit
 * @param limitRule for a date that a person set, the code of the rule whose limit it keeps: amount, unit and source are
 *     that rule's; null for one that the rule itself made
 * @param decision how a person came to set it; null for one that a rule made
 * @param skippedDays days off that did not count, ISO date to the holiday's name or the weekday
 * @param unpublishedYears years it runs into whose working-day calendar was not published when it was set
 */
@RegisterForReflection
public record Deadline(
        String rule,
        @Nullable String limitRule,
        @Nullable DeadlineDecision decision,
        int amount,
        DeadlineUnit unit,
        @Nullable String source,
        Instant startedAt,
        Instant dueAt,
        Map<String, String> skippedDays,
        List<Integer> unpublishedYears) {
    /** The rule of a date that a person set. */
    public static final String MANUAL = "MANUAL";

    /** Whether a person set its end. */
    @JsonIgnore
    public boolean isManual() {
        return rule.equals(MANUAL);
    }
}
