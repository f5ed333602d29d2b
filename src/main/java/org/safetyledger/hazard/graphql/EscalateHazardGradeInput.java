package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("EscalateHazardGradeInput")
@Description("Raises the grade to MAJOR.")
public record EscalateHazardGradeInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Hazard.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @Description("The clause that makes it major, of a standard that was valid on the discovery date and judges the"
                + " enterprise's sector or the hazard's category.")
        @Nullable
        ClauseInput clause,

        @Description("Where no clause decides: the opinion that makes it major, instead of a clause.") @Nullable
        OpinionInput opinion,

        @NonNull @Description("Why, up to 2000 characters.") String reason)
        implements Command {}
