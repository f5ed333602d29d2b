package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CheckKind")
@Description("Kind of an enforcement visit (行政检查).")
public enum CheckKind {
    @Description("Daily check (日常检查), on the days of a month that are kept for it.")
    DAILY,
    @Description("Check of a single case (个案检查).")
    CASE,
    @Description("Special check (专项检查), by a plan of its own.")
    SPECIAL
}
