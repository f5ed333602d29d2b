package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("RecusalStatus")
@Description("What became of what an enterprise asked: that an officer withdraws from a visit (申请回避).")
public enum RecusalStatus {
    @Description("Asked, and not decided; the visit goes on.")
    ASKED,
    @Description("The officer acts no more in the visit.")
    ACCEPTED,
    @Description("The officer stays.")
    REJECTED
}
