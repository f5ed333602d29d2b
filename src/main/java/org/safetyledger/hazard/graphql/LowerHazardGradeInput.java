package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("LowerHazardGradeInput")
@Description("Lowers the grade to GENERAL.")
public record LowerHazardGradeInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Hazard.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Description("Why, up to 2000 characters.") String reason,

        @NonNull @Description("Number of the document by which it was decided, up to 200 characters.")
        String document)
        implements Command {}
