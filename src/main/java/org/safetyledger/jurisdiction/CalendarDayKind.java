package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CalendarDayKind")
@Description("Whether offices work on a day that the State Council's yearly notice names.")
@RegisterForReflection
public enum CalendarDayKind {
    @Description("A day off (放假).")
    HOLIDAY,
    @Description("A day of work, on a weekend (调休上班).")
    WORKDAY
}
