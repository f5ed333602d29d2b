package org.safetyledger.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@RegisterForReflection
@Description("What a rule is.")
enum RuleKind {
    @Description("A time limit, one of `deadlineRules`.")
    DEADLINE,
    @Description("Another number, one of `limitRules`.")
    LIMIT,
    @Description("How often a duty of posts is due, one of `dutyRules`.")
    DUTY
}
