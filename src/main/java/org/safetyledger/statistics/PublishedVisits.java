package org.safetyledger.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;

/** A year's visits as they are published: as {@code VisitStatistics} counts them, but for why they were made, which enterprises are not told. */
@RegisterForReflection
@Type("PublishedVisits")
@Description(
        "The visits of a year in an authority's area, as they were counted when they were published. Nobody is named.")
public record PublishedVisits(
        @Description("When they were counted.") OffsetDateTime asOf,

        @Nullable
        @Description(
                "By when the figures were to be public, by the deadline rule VISIT_STATISTICS; null where none held.")
        OffsetDateTime publishBy,

        @Description("All together.") PublishedFigures total,

        @Description("By authority, in the order of their codes.")
        List<OfAuthority> authorities) {

    /** Whatever the offset in which the moments were kept. */
    public PublishedVisits {
        asOf = Times.local(asOf.toInstant());
        publishBy = publishBy == null ? null : Times.local(publishBy.toInstant());
    }

    /** One authority's visits. */
    @RegisterForReflection
    @Type("PublishedAuthorityVisits")
    @Description("One authority's visits of a year, as they were published.")
    public record OfAuthority(
            @Description("Code of the department, else of the division.")
            String authority,

            @Description("Its name.") String name,
            @Description("How many.") PublishedFigures figures,

            @Description("How many of its visits of the year enterprises had rated.")
            int ratings,

            @Nullable @Description("Their mean, from 1 to 5, in whole batches as `visitStatistics` tells it.")
            Double averageRating) {}

    /** Whether the visits are the same, whenever they were counted. */
    boolean equalsBut(PublishedVisits other) {
        return total.equals(other.total) && authorities.equals(other.authorities);
    }
}
