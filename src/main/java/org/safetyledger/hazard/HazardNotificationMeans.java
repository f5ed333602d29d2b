package org.safetyledger.hazard;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardNotificationMeans")
@Description("How an enterprise tells of a hazard.")
public enum HazardNotificationMeans {
    @Description("At a meeting, such as an assembly or before a shift.")
    MEETING,
    @Description("On a notice board (信息公示栏).")
    NOTICE_BOARD,
    @Description("In writing, handed over or sent.")
    WRITTEN,
    @Description("By an electronic message.")
    ELECTRONIC
}
