package org.safetyledger.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transition of a decision about a rule. */
enum RuleChangeVerb implements Verb<RuleChangeVerb.Facts> {
    WITHDRAW;

    /**
     * What the guard looks at.
     *
     * @param begun whether its rule holds by now
     * @param followed whether a later decision takes its rule's place
     */
    @RegisterForReflection
    record Facts(RuleChange.Status status, boolean begun, boolean followed) implements Verb.Facts {}

    @Override
    public Transition transition() {
        return new Transition("withdrawRuleChange", Permission.CHANGE_RULE, EnumSet.of(RuleChange.Status.DECIDED));
    }

    /** What was decided by a rule keeps it. */
    @Override
    public @Nullable ErrorCode furtherObjection(Facts change, Caller caller) {
        if (change.begun()) {
            return ErrorCode.RULE_HOLDS_ALREADY;
        }
        return change.followed() ? ErrorCode.RULE_CHANGED_AGAIN : null;
    }
}
