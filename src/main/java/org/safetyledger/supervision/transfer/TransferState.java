package org.safetyledger.supervision.transfer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("TransferState")
@Description("State of a transfer at the time of the request.")
enum TransferState {
    @Description("A suspected crime that waits for the decision of the authority's head.")
    PROPOSED,
    @Description("A suspected crime that was decided to go to the police, and was not delivered yet.")
    APPROVED,
    @Description("A suspected crime of which the authority's head decided that it does not go to the police.")
    DECLINED,
    @Description("Waits for the receiver's answer.")
    PENDING,
    @Description("Waits for the safety committee's office, because the hazard was transferred too often.")
    ARBITRATION,
    @Description("Accepted by the receiver, or by its silence; by the police: a case is opened.")
    ACCEPTED,
    @Description("Rejected by the receiver; by the police: no case is opened.")
    REJECTED,
    @Description("Decided by the safety committee's office.")
    ARBITRATED,
    @Description("Joint work that has ended, or what still waited when its hazard ended (`endedWith`).")
    ENDED
}
