package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Somebody who comes along with the officers of a visit and is none of them. */
@RegisterForReflection
@Type("VisitCompanion")
@Description("Somebody who comes along with the officers of a visit; never counted as an officer.")
public record Companion(
        @NonNull @Description("As what.") Part part,
        @NonNull @Description("Name.") String name,
        @Nullable @Description("Where from.") String unit) {

    @RegisterForReflection
    @Enum("CompanionPart")
    @Description("As what somebody comes along.")
    public enum Part {
        @Description("Expert.")
        EXPERT,
        @Description("Assistant without a certificate of the authority.")
        ASSISTANT
    }
}
