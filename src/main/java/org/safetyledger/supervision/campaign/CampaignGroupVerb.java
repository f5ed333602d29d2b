package org.safetyledger.supervision.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a group, each for the authority whose campaign it is, while the campaign runs. */
enum CampaignGroupVerb implements Verb<CampaignGroupVerb.Facts> {
    CHANGE_MEMBERS("changeCampaignGroupMembers"),
    END("endCampaignGroup");

    /**
     * @param campaignRuns whether its campaign was approved, and is not archived
     * @param over whether its last day has gone by
     */
    @RegisterForReflection
    record Facts(CampaignGroup.Status status, String divisionCode, boolean campaignRuns, boolean over)
            implements Verb.Facts {}

    private final Transition transition;

    CampaignGroupVerb(String mutation) {
        this.transition = new Transition(mutation, Permission.CREATE_CAMPAIGN, Set.of(CampaignGroup.Status.FORMED));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts group, Caller caller) {
        if (!caller.division().equals(group.divisionCode())) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        if (!group.campaignRuns()) {
            return ErrorCode.CAMPAIGN_NOT_APPROVED;
        }
        return group.over() ? ErrorCode.CAMPAIGN_WINDOW_CLOSED : null;
    }
}
