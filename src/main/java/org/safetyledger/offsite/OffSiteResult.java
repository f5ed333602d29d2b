package org.safetyledger.offsite;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("OffSiteResult")
@Description("What an off-site check led to.")
public enum OffSiteResult {
    @Description("Nothing was found.")
    NOTHING_FOUND,
    @Description("It led to a visit.")
    LED_TO_VISIT,
    @Description("It led to a hazard, without a visit.")
    LED_TO_HAZARD
}
