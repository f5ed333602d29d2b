package org.safetyledger.access;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("Side")
@Description("On whose side somebody acts.")
public enum Side {
    @Description("An authority.")
    AUTHORITY,
    @Description("The enterprise, by a manager or a worker.")
    ENTERPRISE,
    @Description("A system.")
    SYSTEM
}
