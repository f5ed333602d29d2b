package org.safetyledger.party;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("EnterpriseStatus")
@Description("Whether an enterprise is at work.")
public enum EnterpriseStatus {
    @Description("At work.")
    ACTIVE,
    @Description("Production is suspended.")
    SUSPENDED,
    @Description("Closed for good.")
    CLOSED
}
