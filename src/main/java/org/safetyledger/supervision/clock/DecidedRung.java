package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;

/**
 * A rung as it is decided, of which the database makes its rule.
 *
 * @param number its place, from 1 at the bottom
 * @param amount how long after the end of the clock, negative for before it
 * @param level whose officers or leaders; null for who has to act
 */
@RegisterForReflection
record DecidedRung(
        int number,
        int amount,
        LadderUnit unit,
        EscalationAction action,
        Addressee addressee,
        @Nullable DivisionLevel level) {
    /** How long after the end of the clock it is at least, by which rungs are put in order and told apart. */
    int hours() {
        return unit.hours(amount);
    }

    /** Whoever has to act is of no level, officers and leaders are of the county or of the city. */
    boolean hasItsLevel() {
        return addressee == Addressee.RESPONSIBLE ? level == null : level != null && level.governs();
    }

    DecidedRung at(int place) {
        return new DecidedRung(place, amount, unit, action, addressee, level);
    }
}
