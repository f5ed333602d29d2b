package org.safetyledger.supervision.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.Deadlines;

/**
 * A clock's way up its ladder: when each rung is reached. A rung from before the clock started is none of its; days off may bring a
 * higher rung's moment before that of a lower one, which it then waits for.
 */
record Climb(List<Step> steps) {
    record Step(Rung rung, Instant at) {}

    static Climb of(Instant startedAt, Instant dueAt, List<Rung> ladder, Deadlines deadlines) {
        List<Step> steps = new ArrayList<>();
        Instant below = startedAt;
        for (Rung rung : ladder) {
            Instant moment = deadlines.shifted(dueAt, rung.amount(), rung.unit());
            boolean ahead = rung.amount() < 0;
            if (!ahead || moment.isAfter(startedAt)) {
                below = moment.isAfter(below) ? moment : below;
                steps.add(new Step(rung, below));
            }
        }
        return new Climb(steps);
    }

    /** What is due by now above the rung on which the clock stands. */
    List<Step> dueAbove(int rung, Instant now) {
        return steps.stream()
                .filter(step -> step.rung().number() > rung && !step.at().isAfter(now))
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
