package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A unit in which rungs count, called like that of time limits. */
@Enum("LadderUnit")
@RegisterForReflection
@Description("Unit in which a rung counts from the end of a deadline.")
enum LadderUnit {
    @Description("Days on which offices work (工作日).")
    WORKING_DAY(24),
    @Description("Days as they come (自然日).")
    NATURAL_DAY(24),
    @Description("Hours.")
    HOUR(1);

    private final int hours;

    LadderUnit(int hours) {
        this.hours = hours;
    }

    /** How long so much of it takes at least, by which the rungs of a ladder are told apart. */
    int hours(int amount) {
        return hours * amount;
    }
}
