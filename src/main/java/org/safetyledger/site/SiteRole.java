package org.safetyledger.site;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What an enterprise is on a site. */
@Enum("SiteRole")
@Description("What an enterprise is on a site.")
public enum SiteRole {
    @Description("Owner of the place (产权单位).")
    OWNER,
    @Description("Lets the place (出租单位).")
    LANDLORD,
    @Description("Rents a part of it (承租单位).")
    TENANT,
    @Description("Gives out the work (发包单位).")
    CONTRACT_GIVER,
    @Description("Does work that another gave out (承包单位).")
    CONTRACTOR,
    @Description("Runs the park (园区管理单位).")
    PARK_MANAGER,
    @Description("Manages the property (物业服务单位).")
    PROPERTY_MANAGER,
    @Description("Another one (其他).")
    OTHER
}
