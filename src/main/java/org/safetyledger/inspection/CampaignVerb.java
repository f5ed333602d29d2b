package org.safetyledger.inspection;

import static org.safetyledger.inspection.CampaignStatus.APPROVED;
import static org.safetyledger.inspection.CampaignStatus.DRAFT;
import static org.safetyledger.inspection.CampaignStatus.ENFORCEMENT;
import static org.safetyledger.inspection.CampaignStatus.LOOK_BACK;
import static org.safetyledger.inspection.CampaignStatus.MOBILISATION;
import static org.safetyledger.inspection.CampaignStatus.SELF_CHECK;
import static org.safetyledger.inspection.CampaignStatus.SUMMARY;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a campaign; each but the approval is for the authority that drafted it. */
public enum CampaignVerb implements Verb<CampaignVerb.Facts> {
    /** A leader of the same level approves, or of the level above. */
    APPROVE("approveCampaign", Permission.APPROVE_CAMPAIGN, EnumSet.of(DRAFT)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts campaign, Caller caller) {
            if (!caller.covers(campaign.divisionCode())) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return campaign.createdBy().equals(caller.subject()) ? ErrorCode.DRAFTER_CANNOT_APPROVE : null;
        }
    },
    ENTER_PHASE(
            "enterCampaignPhase",
            Permission.CREATE_CAMPAIGN,
            EnumSet.of(APPROVED, MOBILISATION, SELF_CHECK, ENFORCEMENT, SUMMARY)),
    ADD_TARGETS(
            "addCampaignTargets",
            Permission.CREATE_CAMPAIGN,
            EnumSet.of(APPROVED, MOBILISATION, SELF_CHECK, ENFORCEMENT)),
    /** Its phases are optional, and so are those before the end. */
    ARCHIVE(
            "archiveCampaign",
            Permission.CREATE_CAMPAIGN,
            EnumSet.of(APPROVED, MOBILISATION, SELF_CHECK, ENFORCEMENT, SUMMARY, LOOK_BACK));

    /** @param createdBy subject of who drafted it */
    @RegisterForReflection
    public record Facts(CampaignStatus status, String divisionCode, String createdBy) implements Verb.Facts {}

    private final Transition transition;

    CampaignVerb(String mutation, Permission permission, Set<CampaignStatus> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts campaign, Caller caller) {
        return caller.division().equals(campaign.divisionCode()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
