package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.hazard.Opinion;
import org.safetyledger.hazard.OpinionBasis;

@Type("Opinion")
@Description("A written opinion that a hazard is major.")
public record OpinionView(
        @NonNull @Description("Whose opinion it is.") OpinionBasis basis,
        @NonNull @Description("Body that issued it.") String issuingBody,
        @NonNull @Description("Number of its document.") String documentNumber) {

    static @Nullable OpinionView orNull(@Nullable Opinion opinion) {
        return opinion == null
                ? null
                : new OpinionView(opinion.basis(), opinion.issuingBody(), opinion.documentNumber());
    }
}
