package org.safetyledger.hazard;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardNotificationStatus")
@Description("State of what is recorded of a notification.")
public enum HazardNotificationStatus {
    @Description("It stands.")
    RECORDED,
    @Description("It was recorded by mistake.")
    WITHDRAWN
}
