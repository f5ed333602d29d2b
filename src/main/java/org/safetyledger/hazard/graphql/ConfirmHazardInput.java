package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;
import org.safetyledger.inspection.HazardGrade;

@Input("ConfirmHazardInput")
@Description("Confirms and grades a hazard.")
public record ConfirmHazardInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Hazard.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Description("Grade.") HazardGrade grade,

        @Description("For MAJOR: the clause that makes it one, of a standard that was valid on the discovery date and"
                + " judges the enterprise's sector or the hazard's category.")
        @Nullable
        ClauseInput clause,

        @Description("For MAJOR where no clause decides: the opinion that makes it one, instead of a clause.") @Nullable
        OpinionInput opinion)
        implements Command {}
