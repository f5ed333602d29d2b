package org.safetyledger.rectification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("ExtensionStatus")
@Description("State of an extension of a deadline.")
public enum ExtensionStatus {
    @Description("Waits for its decision.")
    REQUESTED,
    @Description("Approved; the deadline moved.")
    APPROVED,
    @Description("Refused; the deadline stays.")
    REFUSED
}
