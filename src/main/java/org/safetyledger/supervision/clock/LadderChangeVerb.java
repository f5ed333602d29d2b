package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transition of a decision about a ladder. */
enum LadderChangeVerb implements Verb<LadderChangeVerb.Facts> {
    WITHDRAW;

    /**
     * What the guard looks at.
     *
     * @param begun whether its rungs hold by now
     * @param followed whether a later decision takes the place of its rungs
     */
    @RegisterForReflection
    record Facts(LadderChange.Status status, boolean begun, boolean followed) implements Verb.Facts {}

    @Override
    public Transition transition() {
        return new Transition("withdrawLadderChange", Permission.CHANGE_RULE, EnumSet.of(LadderChange.Status.DECIDED));
    }

    /** Whoever was told by a ladder stays told by it. */
    @Override
    public @Nullable ErrorCode furtherObjection(Facts change, Caller caller) {
        if (change.begun()) {
            return ErrorCode.RULE_HOLDS_ALREADY;
        }
        return change.followed() ? ErrorCode.RULE_CHANGED_AGAIN : null;
    }
}
