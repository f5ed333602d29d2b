package org.safetyledger.rectification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("RectificationTaskOrder")
@Description("Order of rectification tasks.")
public enum RectificationTaskOrder {
    @Description("Earliest due first.")
    DUE_AT_ASC,
    @Description("Latest due first.")
    DUE_AT_DESC
}
