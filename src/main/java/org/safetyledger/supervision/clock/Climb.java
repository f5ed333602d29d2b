package org.safetyledger.supervision.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.Deadlines;

/**
 * A clock's way up the ladders that hold while it runs: each rung is of the ladder that holds at its moment, so that a decision about a
 * ladder is for all clocks from its first day on. A rung from before the clock started is none of its; days off may bring a
 * higher rung's moment before that of a lower one, which it then waits for.
 */
record Climb(List<Step> steps) {
    record Step(Rung rung, Instant at) {}

    /**
     * Of a ladder that takes another's place, those rungs whose moment has gone by are reached on its first day, lest they fall between the
     * two, unless the clock stood as high on the one before: nobody is told twice of one moment.
     */
    static Climb of(Instant startedAt, Instant dueAt, List<Ladder> ladders, Deadlines deadlines) {
        List<Step> steps = new ArrayList<>();
        Instant below = startedAt;
        for (Ladder ladder : ladders) {
            Instant stood = steps.isEmpty() ? Instant.MIN : steps.getLast().at();
            for (Rung rung : ladder.rungs()) {
                Instant moment = deadlines.shifted(dueAt, rung.amount(), rung.unit());
                Instant at = later(later(moment, below), ladder.begins());
                boolean isItsOwn = rung.amount() >= 0 || moment.isAfter(startedAt);
                if (isItsOwn && moment.isAfter(stood) && ladder.holdsAt(at)) {
                    below = at;
                    steps.add(new Step(rung, at));
                }
            }
        }
        return new Climb(steps);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is due by now after what the clock came to last; null where it came to none. */
    List<Step> dueAfter(@Nullable Instant last, Instant now) {
        return steps.stream()
                .filter(step ->
                        (last == null || step.at().isAfter(last)) && !step.at().isAfter(now))
                .toList();
    }

    /** When the next rung is due; null where none is left. */
    @Nullable
    Instant nextAfter(Instant now) {
        return steps.stream()
                .map(Step::at)
                .filter(moment -> moment.isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** When the last rung is reached. */
    Instant end(Instant otherwise) {
        return steps.isEmpty() ? otherwise : steps.getLast().at();
    }
}
