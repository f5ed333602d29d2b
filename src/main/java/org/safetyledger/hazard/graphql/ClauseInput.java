package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ClauseInput")
@Description("A clause of a judgement standard.")
public record ClauseInput(
        @NonNull @Description("Code of the standard.") String standard,
        @NonNull @Description("Clause.") String clause) {}
