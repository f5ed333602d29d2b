package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("MarkDuplicateHazardInput")
@Description("Marks a hazard as a duplicate.")
public record MarkDuplicateHazardInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Hazard.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Id @Description("The original hazard of the same enterprise.")
        String duplicateOfId,

        @NonNull @Description("Why it is the same, up to 2000 characters.")
        String reason)
        implements Command {}
