package org.safetyledger.hazard;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardOrder")
@Description("Order of hazards.")
public enum HazardOrder {
    @Description("Earliest due first.")
    DUE_AT_ASC,
    @Description("Latest due first.")
    DUE_AT_DESC,
    @Description("Earliest reported first.")
    REPORTED_AT_ASC,
    @Description("Latest reported first.")
    REPORTED_AT_DESC
}
