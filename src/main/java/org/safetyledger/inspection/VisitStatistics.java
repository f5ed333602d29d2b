package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What an authority publishes of a year's visits. */
@RegisterForReflection
@Type("VisitStatistics")
@Description(
        "The visits of a year in an area (行政检查年度统计), as far as the caller sees them, by the year of their planned days, off-site"
                + " checks by that of theirs. Nobody is named. They are those of `inspections` with the same area and days.")
public record VisitStatistics(
        @NonNull @Description("Division code of the area.") String jurisdiction,
        @Description("The year.") int year,
        @NonNull @Description("When it was counted.") OffsetDateTime asOf,

        @Nullable
        @Description(
                "By when the figures are to be public, by the deadline rule VISIT_STATISTICS; null where none holds.")
        OffsetDateTime publishBy,

        @NonNull @Description("All together.") VisitFigures total,

        @NonNull @Description("By authority, in the order of their codes.")
        List<@NonNull OfAuthority> authorities) {

    /** One authority's visits. */
    @RegisterForReflection
    @Type("AuthorityVisits")
    @Description("One authority's visits of a year.")
    public record OfAuthority(
            @NonNull @Description("Code of the department, else of the division.")
            String authority,

            @NonNull @Description("Its name.") String name,
            @NonNull @Description("How many.") VisitFigures figures,

            @Description("How many of its visits of the year enterprises rated, in whatever area.")
            int ratings,

            @Nullable
            @Description(
                    "Their mean, from 1 to 5, of the oldest of them in whole batches (limit rule RATINGS_TOLD_FROM); null before"
                            + " the first batch is full.")
            Double averageRating) {}
}
