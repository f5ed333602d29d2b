package org.safetyledger.checkplan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** An enterprise that a check plan names. */
@RegisterForReflection
@Type("CheckPlanTarget")
@Description("An enterprise that a check plan names.")
public record CheckPlanTarget(
        @NonNull @Id @Description("The enterprise.") String enterpriseId,

        @NonNull @Description("Its name.") String name) {}
