package org.safetyledger.supervision.coverage;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** One place and trade of a coverage. */
@Type("CoverageCell")
@Description("One place and trade of a coverage.")
public record CoverageCell(
        @NonNull
        @Description(
                "Division code of the place: a child of the area, or the area itself for what lies in none of them.")
        String jurisdiction,

        @NonNull @Description("Its name.") String jurisdictionName,

        @Description("Section of GB/T 4754, one letter; null for gaps of the place itself and for items of directives.")
        @Nullable
        String industry,

        @Description("Active enterprises.") int enterprises,

        @Description("Of these, those that an authority visited in the period.")
        int visited,

        @Description("Of these, those that completed a self-check in the period.")
        int selfChecked,

        @NonNull @Description("How many gaps of each kind, but for kinds without any.")
        List<@NonNull Count> gaps) {

    /** How many gaps of a kind. */
    @Type("CoverageGapCount")
    @Description("How many gaps of a kind.")
    public record Count(
            @NonNull @Description("The kind.") CoverageGap.Kind kind,
            @Description("How many.") int count) {}
}
