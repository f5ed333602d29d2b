package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("InspectionKind")
@Description("Kind of an inspection: it decides who may be inspected by whom.")
public enum InspectionKind {
    @Description(
            "Enforcement visit (行政检查): needs at least two certified officers when they are named; never by a safety committee's"
                    + " office.")
    ENFORCEMENT,
    @Description(
            "Supervision (督查) of a department from before it had a type of its own, `SupervisionVisit`; no longer planned.")
    SUPERVISION,
    @Description("Self-check (自查) by the enterprise.")
    SELF_CHECK,
    @Description("Assistance visit (服务指导), without a way to penalties; never by a safety committee's office.")
    ASSISTANCE
}
