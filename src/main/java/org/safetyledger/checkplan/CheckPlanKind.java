package org.safetyledger.checkplan;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CheckPlanKind")
@Description("What kind of checks a plan is of.")
public enum CheckPlanKind {
    @Description("The year's daily checks (日常检查).")
    DAILY,
    @Description("A special check (专项检查).")
    SPECIAL
}
