package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("InspectionOrder")
@Description("Order of inspections.")
public enum InspectionOrder {
    @Description("Earliest planned day first.")
    PLANNED_ON_ASC,
    @Description("Latest planned day first.")
    PLANNED_ON_DESC
}
