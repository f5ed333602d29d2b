package org.safetyledger.offsite;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("OffSiteCheckStatus")
@Description("State of an off-site check.")
public enum OffSiteCheckStatus {
    @Description("Recorded; what it led to is open.")
    RECORDED,
    @Description("What it led to is known.")
    CONCLUDED,
    @Description("It was recorded by mistake.")
    WITHDRAWN
}
