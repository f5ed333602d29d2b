package org.safetyledger.paper;

import org.eclipse.microprofile.graphql.Description;

/** What is decided of a thing that was preserved as evidence. */
@Description("What is decided of a thing that was preserved as evidence (先行登记保存处理决定).")
public enum ThingDecision {
    @Description("Given back to its owner (退还).")
    RETURN,
    @Description("Sealed up or seized by law (查封、扣押).")
    SEIZE,
    @Description("Sent to be examined or tested (送交检验、鉴定).")
    EXAMINE,
    @Description("Handed to the authority that is competent for it (移送).")
    TRANSFER,
    @Description("No longer preserved: it stays where it is (解除).")
    RELEASE
}
