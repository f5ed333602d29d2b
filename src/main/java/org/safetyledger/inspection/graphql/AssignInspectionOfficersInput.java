package org.safetyledger.inspection.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("AssignInspectionOfficersInput")
@Description("Names the officers of an inspection.")
public record AssignInspectionOfficersInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Inspection, planned without officers.")
        String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull
        @Id
        @Description("People who conduct it, at least one; an enforcement visit needs two with certificates.")
        List<@NonNull String> officerIds)
        implements Command {}
