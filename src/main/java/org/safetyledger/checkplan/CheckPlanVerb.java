package org.safetyledger.checkplan;

import static org.safetyledger.checkplan.CheckPlanStatus.APPROVED;
import static org.safetyledger.checkplan.CheckPlanStatus.DRAFT;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a check plan. */
enum CheckPlanVerb implements Verb<CheckPlanVerb.Facts> {
    /** By a leader of the authority's level, or of the level above; a department has that of its government. */
    APPROVE("approveCheckPlan", Permission.APPROVE_INSPECTION, DRAFT) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts plan, Caller caller) {
            if (!caller.covers(plan.divisionCode())) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return plan.draftedBySubject().equals(caller.subject()) ? ErrorCode.PLANNER_CANNOT_APPROVE : null;
        }
    },
    PUBLISH("publishCheckPlan", Permission.DRAFT_CHECK_PLAN, APPROVED);

    @RegisterForReflection
    record Facts(CheckPlanStatus status, String divisionCode, String authority, String draftedBySubject)
            implements Verb.Facts {}

    private final Transition transition;

    CheckPlanVerb(String mutation, Permission permission, CheckPlanStatus from) {
        this.transition = new Transition(mutation, permission, Set.of(from));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts plan, Caller caller) {
        return plan.authority().equals(caller.authority()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
