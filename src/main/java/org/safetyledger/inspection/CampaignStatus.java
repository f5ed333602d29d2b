package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CampaignStatus")
@Description("State of a campaign; its phases are optional.")
public enum CampaignStatus {
    @Description("Being drafted.")
    DRAFT,
    @Description("Approved; its targets are frozen.")
    APPROVED,
    @Description("Mobilisation (动员部署).")
    MOBILISATION,
    @Description("Self-checks of the enterprises (自查自纠).")
    SELF_CHECK,
    @Description("Enforcement (执法检查).")
    ENFORCEMENT,
    @Description("Summary (总结).")
    SUMMARY,
    @Description("Look-back (回头看).")
    LOOK_BACK,
    @Description("Archived.")
    ARCHIVED
}
