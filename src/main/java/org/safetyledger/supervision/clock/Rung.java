package org.safetyledger.supervision.clock;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.jurisdiction.DeadlineUnit;

/**
 * One rung of a ladder.
 *
 * @param rule code of its rule
 * @param number its place, from 1 at the bottom
 * @param amount how long after the end of the clock, negative for before it
 * @param level whose officers or leaders; null for who has to act
 */
record Rung(
        String rule,
        int number,
        int amount,
        DeadlineUnit unit,
        EscalationAction action,
        Addressee addressee,
        @Nullable DivisionLevel level) {}
