package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Phases of a campaign, in their order; a campaign need not have all. */
@RegisterForReflection
@Enum("CampaignPhase")
@Description("Phase of a campaign; phases follow one another in this order, and a campaign need not have all.")
public enum CampaignPhase {
    @Description("Mobilisation (动员部署).")
    MOBILISATION,
    @Description("Self-checks of the enterprises (自查自纠).")
    SELF_CHECK,
    @Description("Enforcement (执法检查).")
    ENFORCEMENT,
    @Description("Summary (总结).")
    SUMMARY,
    @Description("Look-back (回头看).")
    LOOK_BACK;

    CampaignStatus status() {
        return CampaignStatus.valueOf(name());
    }
}
