package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@RegisterForReflection
@Description("What a rung of the ladder does.")
enum EscalationAction {
    @Description("Reminds whoever it is addressed to.")
    REMIND,
    @Description("Brings it before whoever it is addressed to (升级督办).")
    ESCALATE,
    @Description("Brings it before whoever it is addressed to, with the proposal of a warning interview (建议约谈).")
    PROPOSE_INTERVIEW
}
