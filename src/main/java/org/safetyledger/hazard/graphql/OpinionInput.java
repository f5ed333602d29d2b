package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.safetyledger.hazard.OpinionBasis;

@Input("OpinionInput")
@Description("A written opinion that a hazard is major, for one that no clause decides (法释〔2022〕19号第四条).")
public record OpinionInput(
        @NonNull @Description("Whose opinion it is.") OpinionBasis basis,

        @NonNull @Description("Body that issued it, up to 200 characters.")
        String issuingBody,

        @NonNull @Description("Number of its document, up to 200 characters.")
        String documentNumber) {}
