package org.safetyledger.offsite;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("OffSiteCheckKind")
@Description("By what an enterprise is checked without entering it.")
public enum OffSiteCheckKind {
    @Description("By its papers (书面核查).")
    PAPERS,
    @Description("By video (视频巡查).")
    VIDEO,
    @Description("By sensors and monitoring data (监测预警).")
    SENSORS,
    @Description("By what it reports itself (企业自报).")
    SELF_REPORT
}
