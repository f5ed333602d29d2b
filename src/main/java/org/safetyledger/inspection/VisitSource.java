package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("VisitSource")
@Description(
        "Why an enforcement visit is made. Which of these count against the yearly cap, and which are bound to certain days of the"
                + " month, is said by the limit rules VISIT_COUNTS and DAILY_CHECKS_FROM.")
public enum VisitSource {
    @Description("The authority's own plan.")
    PLAN,
    @Description("A tip.")
    TIP,
    @Description("Transferred by another authority.")
    TRANSFERRED,
    @Description("Assigned from above.")
    ASSIGNED_FROM_ABOVE,
    @Description("A lead of data monitoring.")
    MONITORING_LEAD,
    @Description("The enterprise asked for it.")
    ENTERPRISE_REQUEST,
    @Description("Re-check of a rectification.")
    RECHECK,
    @Description("For a licence.")
    LICENCE,
    @Description("Exposed by the media.")
    MEDIA,
    @Description("An emergency: the visit starts at once and is approved afterwards.")
    EMERGENCY;

    /** Whether who handles a hazard beyond its own place and trades visits for it. */
    boolean isForHandledHazard() {
        return this == TRANSFERRED || this == RECHECK;
    }

    /** Whether the case has a number elsewhere, by which the exception is checked. */
    boolean needsReference() {
        return this != PLAN && this != EMERGENCY;
    }
}
