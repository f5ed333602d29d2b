package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("CampaignKind")
@Description("Kind of a campaign.")
public enum CampaignKind {
    @Description("Special supervision and inspection in a key period (重点时段专项督导检查).")
    KEY_PERIOD,
    @Description("Governance of a key industry (重点行业专项治理).")
    SPECIAL_GOVERNANCE,
    @Description("The yearly plan (年度计划).")
    ROUTINE
}
