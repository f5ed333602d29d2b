package org.safetyledger.inspection.graphql;

import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.VisitCounts;
import org.safetyledger.inspection.VisitStatistics;

/** What is published of a year's visits. */
@GraphQLApi
public class VisitStatisticsApi implements BoundSource {
    /** So many years back there are visits. */
    private static final int YEARS = 10;

    private final VisitCounts counts;
    private final Clock clock;

    VisitStatisticsApi(VisitCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("visitStatistics", 300),
                FieldBound.list("VisitFigures", "exemptBySource", 10),
                FieldBound.list("VisitStatistics", "authorities", 300));
    }

    @Query("visitStatistics")
    @Requires(Permission.READ_VISIT_STATISTICS)
    @Description(
            "The visits of a year in an area that the caller sees: by authority, kind, source and result, with off-site checks and"
                    + " assistance visits apart. Authorities publish it by 31 January of the next year (`publishVisitStatistics`).")
    public @NonNull VisitStatistics visitStatistics(
            @Nullable @Description("Division code of the area; the caller's own area by default.") String jurisdiction,
            @Description("Year of the planned days; at most ten years back.") int year) {
        int present = Times.day(clock.instant()).getYear();
        if (year > present || year < present - YEARS) {
            throw Refusal.at(
                    "year", ErrorCode.VALUE_OUT_OF_RANGE, Integer.toString(present - YEARS), Integer.toString(present));
        }
        return counts.of(jurisdiction, year);
    }
}
