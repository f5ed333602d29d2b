package org.safetyledger.hazard;

import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.safetyledger.inspection.HazardGrade;

@Input("HazardFilter")
@Description("Which hazards to list; all given conditions hold together.")
public record HazardFilter(
        @Description("Any of these states.") @Nullable List<@NonNull HazardStatus> statuses,

        @Description("Only open ones (not closed, rejected or duplicate), or only the others.") @Nullable
        Boolean open,

        @Description("Grade.") @Nullable HazardGrade grade,

        @Description("Division code whose subtree to list.") @Nullable
        String jurisdiction,

        @Description("Section (letter) or division (letter and two digits) of GB/T 4754-2017.") @Nullable
        String industry,

        @Id @Description("Enterprise.") @Nullable String enterpriseId,

        @Id @Description("Inspection that found it.") @Nullable
        String inspectionId,

        @Description("Code of a hazard category.") @Nullable String category,

        @Description("Only overdue ones, or only the others, as of the time of the request.") @Nullable
        Boolean overdue,

        @Description("Only those that their enterprise closed by itself, or only the others.") @Nullable
        Boolean selfClosed,

        @Description("Due before this time.") @Nullable OffsetDateTime dueBefore,

        @Description("Reported at this time or later.") @Nullable
        OffsetDateTime reportedFrom,

        @Description("Reported before this time.") @Nullable OffsetDateTime reportedBefore,

        @Description("Text in the title, at least one character.") @Nullable
        String text) {}
