package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;

@Enum("EscalationAddressee")
@RegisterForReflection
@Description("To whom a rung of the ladder is addressed.")
enum Addressee {
    @Description("Whoever has to act: the enterprise, or the authority that owes it.")
    RESPONSIBLE,
    @Description("The officers of a level's government.")
    OFFICER,
    @Description("The leaders of a level's government.")
    LEADER;

    /** As whom the ladder addresses somebody beside what he owes himself: a department is no rung of it. */
    static Addressee of(Caller caller) {
        return switch (caller.role()) {
            case Role.CITY_LEADER, Role.COUNTY_LEADER -> LEADER;
            case Role.CITY_OFFICER, Role.COUNTY_OFFICER -> OFFICER;
            default -> RESPONSIBLE;
        };
    }
}
