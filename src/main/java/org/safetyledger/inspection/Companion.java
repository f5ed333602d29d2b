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
        @Nullable @Description("Where from.") String unit,

        @Nullable
        @Description(
                "Why excluded because of a conflict of interest: then somebody else comes along; null for others. Told to authorities"
                        + " only.")
        String exclusion) {
    Companion excluded(String reason) {
        return new Companion(part, name, unit, reason);
    }

    boolean comes() {
        return exclusion == null;
    }

    /** As an enterprise is told of it. */
    public Companion withoutReason() {
        return new Companion(part, name, unit, null);
    }

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
