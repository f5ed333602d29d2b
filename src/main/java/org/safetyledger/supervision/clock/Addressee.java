package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("EscalationAddressee")
@RegisterForReflection
@Description("To whom a rung of the ladder is addressed.")
enum Addressee {
    @Description("Whoever has to act: the enterprise, or the authority that owes it.")
    RESPONSIBLE,
    @Description("The officers of a level's government.")
    OFFICER,
    @Description("The leaders of a level's government.")
    LEADER
}
