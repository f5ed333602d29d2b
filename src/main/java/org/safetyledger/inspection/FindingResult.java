package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("FindingResult")
@Description("Answer to a checklist item.")
public enum FindingResult {
    @Description("As it should be.")
    COMPLIANT,
    @Description("Not as it should be: to be reported as a hazard, or fixed on site.")
    NON_COMPLIANT,
    @Description("Does not apply here.")
    NOT_APPLICABLE
}
