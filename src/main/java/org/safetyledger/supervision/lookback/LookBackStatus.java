package org.safetyledger.supervision.lookback;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("LookBackStatus")
@Description("State of a look-back; whether its checks are done is told by its progress.")
public enum LookBackStatus {
    @Description("Announced; its pool is frozen.")
    ANNOUNCED,
    @Description("Drawn; each hazard of the sample has its check.")
    DRAWN,
    @Description("Withdrawn, and never drawn.")
    CANCELLED
}
