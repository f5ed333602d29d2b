package org.safetyledger.supervision.duty;

import static org.safetyledger.supervision.duty.CampaignDuty.Status.ROSTERED;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a day's duty, while its campaign runs. */
enum CampaignDutyVerb implements Verb<CampaignDutyVerb.Facts> {
    SET("setCampaignDuty", Permission.CREATE_CAMPAIGN) {
        @Override
        @Nullable
        ErrorCode objection(Facts duty, Caller caller) {
            if (!duty.divisionCode().equals(caller.division())) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return duty.over() ? ErrorCode.ROSTER_AFTER_THE_DAY : null;
        }
    },
    /** By who was on duty; of a day that has gone by also by the authority, so that it ends where nobody of them is there. */
    RECORD("recordCampaignDuty", Permission.RECORD_CAMPAIGN_DUTY) {
        @Override
        @Nullable
        ErrorCode objection(Facts duty, Caller caller) {
            boolean afterwards = duty.over() && duty.divisionCode().equals(caller.division()) && caller.governs();
            boolean onDuty = duty.begun() && duty.dutySubjects().contains(caller.subject());
            return onDuty || afterwards ? null : ErrorCode.NOT_ON_DUTY;
        }
    };

    /**
     * @param dutySubjects who is on duty, as far as they have accounts
     * @param campaignRuns whether its campaign was approved, and is not archived
     * @param begun whether its day has come
     * @param over whether its day has gone by
     */
    @RegisterForReflection
    record Facts(
            CampaignDuty.Status status,
            String divisionCode,
            List<String> dutySubjects,
            boolean campaignRuns,
            boolean begun,
            boolean over)
            implements Verb.Facts {}

    private final Transition transition;

    CampaignDutyVerb(String mutation, Permission permission) {
        this.transition = new Transition(mutation, permission, Set.of(ROSTERED));
    }

    abstract @Nullable ErrorCode objection(Facts duty, Caller caller);

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts duty, Caller caller) {
        return duty.campaignRuns() ? objection(duty, caller) : ErrorCode.CAMPAIGN_NOT_APPROVED;
    }
}
