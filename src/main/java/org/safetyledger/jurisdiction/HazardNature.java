package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardNature")
@Description("What is unsafe about the hazards of a category.")
@RegisterForReflection
public enum HazardNature {
    @Description("Something is in an unsafe state (物的不安全状态).")
    UNSAFE_STATE,
    @Description("Somebody acts unsafely (人的不安全行为).")
    UNSAFE_ACT,
    @Description("The surroundings are unsafe (环境的不安全因素).")
    ENVIRONMENT,
    @Description("The management has a defect (管理缺陷).")
    MANAGEMENT
}
