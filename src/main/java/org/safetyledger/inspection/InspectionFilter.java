package org.safetyledger.inspection;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("InspectionFilter")
@Description("Which inspections to list; all given conditions hold together.")
public record InspectionFilter(
        @Description("Any of these states.") @Nullable List<@NonNull InspectionStatus> statuses,
        @Description("Kind.") @Nullable InspectionKind kind,

        @Description("Division code whose subtree to list.") @Nullable
        String jurisdiction,

        @Description("Section or division of GB/T 4754-2017.") @Nullable
        String industry,

        @Id @Description("Enterprise.") @Nullable String enterpriseId,
        @Id @Description("Campaign.") @Nullable String campaignId,

        @Description("Planned on this day or later.") @Nullable
        LocalDate plannedFrom,

        @Description("Planned on this day or earlier.") @Nullable
        LocalDate plannedTo) {}
