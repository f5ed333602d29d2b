package org.safetyledger.supervision.draw;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@RegisterForReflection
@Type("DrawSubstitute")
@Description("The next officer in the order of a draw, who went because a drawn one must not or cannot.")
public record DrawSubstitute(
        @Id @Description("Node id of the person who went.") String personId,

        @Description("Name of the person who went.") String name,

        @Id @Description("Node id of the drawn officer who did not go.")
        String insteadOfId,

        @Description("Why the drawn one did not go; told to authorities only.") @Nullable
        String reason) {}
