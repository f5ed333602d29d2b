package org.safetyledger.rectification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("RectificationStatus")
@Description("State of a rectification task. Overdue is computed, not a state.")
public enum RectificationStatus {
    @Description("Assigned; waits for the enterprise to accept it.")
    PENDING_ACCEPT,
    @Description("Accepted.")
    ACCEPTED,
    @Description("At work.")
    IN_PROGRESS,
    @Description("An extension was asked for and waits for its decision.")
    EXTENSION_REQUESTED,
    @Description("Submitted; waits for its review.")
    SUBMITTED,
    @Description("The review passed.")
    PASSED,
    @Description("The review failed; to be taken up again.")
    RETURNED,
    @Description("Cancelled.")
    CANCELLED
}
