package org.safetyledger.rectification;

import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RectificationTaskFilter")
@Description("Which tasks to list; all given conditions hold together.")
public record RectificationTaskFilter(
        @Description("Any of these states.") @Nullable List<@NonNull RectificationStatus> statuses,

        @Description("Division code whose subtree to list.") @Nullable
        String jurisdiction,

        @Description("Section or division of GB/T 4754-2017.") @Nullable
        String industry,

        @Id @Description("Enterprise.") @Nullable String enterpriseId,
        @Id @Description("Hazard.") @Nullable String hazardId,

        @Description("Only overdue ones, or only the others, as of the time of the request.") @Nullable
        Boolean overdue,

        @Description("Due before this time.") @Nullable OffsetDateTime dueBefore) {}
