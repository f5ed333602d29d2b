package org.safetyledger.hazard;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardStatus")
@Description("State of a hazard.")
public enum HazardStatus {
    @Description("Reported; waits for confirmation.")
    REPORTED,
    @Description("Confirmed and graded.")
    CONFIRMED,
    @Description("A rectification task was assigned.")
    ASSIGNED,
    @Description("Being rectified.")
    RECTIFYING,
    @Description("The rectification was submitted.")
    SUBMITTED,
    @Description("The review passed; waits for its closure.")
    REVIEWING,
    @Description("Closed (销号).")
    CLOSED,
    @Description("Rejected; the reporter may contest it once.")
    REJECTED,
    @Description("A duplicate of another hazard; the reporter may contest it once.")
    DUPLICATE,
    @Description("Fixed on site; waits for its closure by somebody who neither found nor reported nor fixed it.")
    FIXED_ON_SITE,
    @Description("Reopened after a look-back or a tip; waits for a new assignment.")
    REOPENED;

    /** Whether nothing is left to be done; the database knows the others as open. */
    public boolean isEnd() {
        return this == CLOSED || this == REJECTED || this == DUPLICATE;
    }
}
