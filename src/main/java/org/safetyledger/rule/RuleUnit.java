package org.safetyledger.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a rule's number counts: the units of time limits, those of other limits, and that of duties. */
@Enum
@RegisterForReflection
@Description("What the number of a rule counts.")
enum RuleUnit {
    @Description("Days on which offices work (工作日).")
    WORKING_DAY(0, 1_000),
    @Description("Days as they come (自然日).")
    NATURAL_DAY(0, 3_650),
    @Description("Hours.")
    HOUR(0, 8_760),
    @Description("Years (年).")
    YEAR(0, 10),
    @Description("So many things, in the period that the rule's subject names.")
    COUNT(0, 10_000),
    @Description("So many of a hundred.")
    PERCENT(0, 100),
    @Description("A day of each month.")
    DAY_OF_MONTH(1, 31),
    @Description("Minutes after midnight in Asia/Shanghai: 1020 is 17:00.")
    MINUTE_OF_DAY(0, 1_439),
    @Description("Months of the period in which a duty is due once: 1, 3 or 12.")
    MONTH(1, 12);

    private final int least;
    private final int most;

    RuleUnit(int least, int most) {
        this.least = least;
        this.most = most;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    boolean takes(int amount) {
        return amount >= least && amount <= most && (this != MONTH || amount == 1 || amount == 3 || amount == 12);
    }

    /** Units of one kind of rule are not those of another. */
    RuleKind kind() {
        return switch (this) {
            case COUNT, PERCENT, DAY_OF_MONTH, MINUTE_OF_DAY -> RuleKind.LIMIT;
            case MONTH -> RuleKind.DUTY;
            default -> RuleKind.DEADLINE;
        };
    }
}
