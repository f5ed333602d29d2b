package org.safetyledger.checkplan;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CheckPlanStatus")
@Description("State of a check plan.")
public enum CheckPlanStatus {
    @Description("Drafted.")
    DRAFT,
    @Description("Approved by a leader who did not draft it.")
    APPROVED,
    @Description("Filed and published; by it visits are planned.")
    PUBLISHED
}
