package org.safetyledger.hazard.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.UserError;

@Type("HazardPayload")
@Description("The hazard, or why the command was refused.")
public record HazardPayload(
        @Description("The changed object; null when the command was refused.") @Nullable
        HazardView hazard,

        @NonNull @Description("Why the command was refused; empty when it was carried out.")
        List<@NonNull UserError> userErrors) {}
