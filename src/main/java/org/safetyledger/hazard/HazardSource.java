package org.safetyledger.hazard;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardSource")
@Description("Who found a hazard.")
public enum HazardSource {
    @Description("An authority.")
    GOVERNMENT,
    @Description("The enterprise itself.")
    ENTERPRISE,
    @Description("A worker of the enterprise.")
    WORKER,
    @Description("A system.")
    INTEGRATION
}
