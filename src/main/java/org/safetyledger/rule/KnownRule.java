package org.safetyledger.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is loaded.
 *
 * @param appliesTo the case that it is for; null for any
 * @param validTo last day; null for none
 */
record KnownRule(
        String code,
        @Nullable String appliesTo,
        int amount,
        RuleUnit unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Whether it would be valid at the same time as one from that day on, even if it were ended the day before. */
    boolean beginsWithOrAfter(LocalDate day) {
        return !validFrom.isBefore(day);
    }
}
