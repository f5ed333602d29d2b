package org.safetyledger.hazard.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.hazard.Opinion;
import org.safetyledger.hazard.OpinionBasis;

@RegisterForReflection
@Type("Opinion")
@Description("A written opinion that a hazard is major.")
public record OpinionView(
        @Description("Whose opinion it is.") OpinionBasis basis,
        @Description("Body that issued it.") String issuingBody,
        @Description("Number of its document.") String documentNumber) {

    static @Nullable OpinionView orNull(@Nullable Opinion opinion) {
        return opinion == null
                ? null
                : new OpinionView(opinion.basis(), opinion.issuingBody(), opinion.documentNumber());
    }
}
