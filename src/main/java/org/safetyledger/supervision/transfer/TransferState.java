package org.safetyledger.supervision.transfer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("TransferState")
@Description("State of a transfer at the time of the request.")
enum TransferState {
    @Description("Waits for the receiver's answer.")
    PENDING,
    @Description("Waits for the safety committee's office, because the hazard was transferred too often.")
    ARBITRATION,
    @Description("Accepted by the receiver, or by its silence.")
    ACCEPTED,
    @Description("Rejected by the receiver.")
    REJECTED,
    @Description("Decided by the safety committee's office.")
    ARBITRATED,
    @Description("Joint work that has ended.")
    ENDED
}
