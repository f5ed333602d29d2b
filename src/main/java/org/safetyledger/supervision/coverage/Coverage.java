package org.safetyledger.supervision.coverage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What of an area somebody looks after, and what nobody does, at one moment. */
@Type("Coverage")
@Description("What of an area somebody looks after, and what nobody does, at one moment.")
public record Coverage(
        @NonNull @Description("The moment.") OffsetDateTime asOf,

        @NonNull
        @Description("First day of the period in which visits and self-checks are counted; its last day is today.")
        LocalDate from,

        @NonNull @Description("The cells, by place and trade; those without enterprises and gaps are left out.")
        List<@NonNull CoverageCell> cells,

        @NonNull @Description("The gaps, by kind, place and id, at most 1000: what is more follows with `after`.")
        List<@NonNull CoverageGap> gaps) {}
