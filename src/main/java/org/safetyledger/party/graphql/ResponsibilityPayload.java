package org.safetyledger.party.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.UserError;

@Type("ResponsibilityAssignmentPayload")
@Description("The assignment, or why there is none.")
public record ResponsibilityPayload(
        @Description("The assignment; null when the command was refused.") @Nullable
        ResponsibilityAssignmentView responsibilityAssignment,

        @NonNull @Description("Why the command was refused; empty when it was carried out.")
        List<@NonNull UserError> userErrors) {}
