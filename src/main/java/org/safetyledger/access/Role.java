package org.safetyledger.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@RegisterForReflection
@Enum("Role")
@Description("Role of a caller, from the token. In the token it is written in lower case with hyphens.")
public enum Role {
    @Description("City leader: sees the whole city and approves.")
    CITY_LEADER,
    @Description("City officer: plans, assigns, urges and reviews in the whole city.")
    CITY_OFFICER,
    @Description("County leader: sees the own county and approves its extensions.")
    COUNTY_LEADER,
    @Description("County officer, or town officer when the token's division is a town: inspects, assigns, reviews.")
    COUNTY_OFFICER,
    @Description("Officer of a department: inspects and reviews its own industries.")
    DEPARTMENT_OFFICER,
    @Description("Manager of an enterprise: rectifies, submits, signs, asks for extensions.")
    ENTERPRISE_MANAGER,
    @Description("Worker of an enterprise: reports and follows the own reports.")
    ENTERPRISE_WORKER,
    @Description("A system that pulls and pushes under its own identity.")
    INTEGRATION,
    @Description("Auditor: reads everything in its jurisdiction and verifies the history.")
    AUDITOR;

    /** The role's name in a token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether whoever has it belongs to an enterprise. */
    public boolean ofEnterprise() {
        return this == ENTERPRISE_MANAGER || this == ENTERPRISE_WORKER;
    }

    /** Whether whoever has it acts for the government of a place. */
    public boolean ofGovernment() {
        return switch (this) {
            case CITY_LEADER, CITY_OFFICER, COUNTY_LEADER, COUNTY_OFFICER -> true;
            default -> false;
        };
    }

    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
