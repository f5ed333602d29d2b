package org.safetyledger.jurisdiction;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("DeadlineUnit")
@Description("Unit in which a deadline counts.")
public enum DeadlineUnit {
    @Description("Days on which offices work, by the State Council's calendar (工作日).")
    WORKING_DAY,
    @Description("Days as they come (自然日).")
    NATURAL_DAY,
    @Description("Hours.")
    HOUR,
    @Description("Years (年).")
    YEAR
}
