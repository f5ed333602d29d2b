package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What the number of a limit counts. */
@Enum
@RegisterForReflection
@Description("What the number of a limit counts.")
public enum LimitUnit {
    @Description("So many things, in the period that its subject names.")
    COUNT,
    @Description("So many of a hundred, rounded up to whole things.")
    PERCENT,
    @Description("That day of each month, or the month's last where it is shorter.")
    DAY_OF_MONTH,
    @Description("So many minutes after midnight in Asia/Shanghai: 1020 is 17:00.")
    MINUTE_OF_DAY
}
