package org.safetyledger.party;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("ResponsibilityAssignmentFilter")
@Description("Which assignments to list; all given conditions hold together.")
public record ResponsibilityFilter(
        @Description("Party.") @Nullable ResponsibilityParty party,

        @Description("Division code whose subtree to list.") @Nullable
        String jurisdiction,

        @Id @Description("Only assignments for this enterprise.") @Nullable
        String enterpriseId,

        @Description("Only assignments valid on this day.") @Nullable
        LocalDate validOn) {}
