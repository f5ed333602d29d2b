package org.safetyledger.paper;

import org.eclipse.microprofile.graphql.Description;

/** States of a paper. */
@Description("State of an official paper.")
public enum PaperStatus {
    @Description("Made out, and not served yet: its enterprise does not see it.")
    ISSUED,
    @Description("Served; the enterprise's receipt is due.")
    SERVED,
    @Description("The enterprise signed for it (签收).")
    SIGNED,
    @Description("The enterprise refused to sign for it (拒签), which is recorded.")
    REFUSED,
    @Description("Withdrawn with a reason.")
    WITHDRAWN
}
