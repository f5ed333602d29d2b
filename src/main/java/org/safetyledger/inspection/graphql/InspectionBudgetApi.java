package org.safetyledger.inspection.graphql;

import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.InspectionBudget;
import org.safetyledger.inspection.InspectionBudgets;
import org.safetyledger.inspection.VisitRatings;

/** How often enterprises are visited, and what they say of it. */
@GraphQLApi
public class InspectionBudgetApi implements BoundSource {
    /** So many years back and on there are visits and rules. */
    private static final int YEARS = 10;

    private final InspectionBudgets budgets;
    private final VisitRatings ratings;
    private final Clock clock;

    InspectionBudgetApi(InspectionBudgets budgets, VisitRatings ratings, Clock clock) {
        this.budgets = budgets;
        this.ratings = ratings;
        this.clock = clock;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("inspectionBudget", 10),
                FieldBound.list("InspectionBudget", "authorities", 300),
                FieldBound.root("visitRatings", 20));
    }

    @Query("inspectionBudget")
    @Requires(Permission.READ_INSPECTIONS)
    @Description(
            "How often authorities visit an enterprise in a year, and may; null when it does not exist or is out of scope.")
    public @Nullable InspectionBudget inspectionBudget(
            @NonNull @Id @Description("Enterprise.") String enterpriseId,
            @Description("Year of the planned days.") int year) {
        return budgets.of(NodeId.require(NodeType.ENTERPRISE, enterpriseId, "enterpriseId"), within(year));
    }

    /** What is said of many visits. */
    @Type("VisitRatings")
    @Description("What enterprises say of many visits.")
    public record Summary(
            @Description("How many ratings there are.") int ratings,

            @Nullable
            @Description(
                    "The mean, from 1 to 5, of the oldest of them in whole batches (limit rule RATINGS_TOLD_FROM), which hide whose"
                            + " they are; null before the first batch is full.")
            Double average) {}

    @Query("visitRatings")
    @Requires(Permission.READ_RATINGS)
    @Description(
            "What enterprises say of the visits of the caller's own authority that were planned for days of a year.")
    public @NonNull Summary visitRatings(@Description("Year of the planned days.") int year) {
        VisitRatings.Summary summary = ratings.summary(within(year));
        return new Summary(summary.ratings(), summary.average());
    }

    private int within(int year) {
        int present = Times.day(clock.instant()).getYear();
        if (Math.abs((long) year - present) > YEARS) {
            throw Refusal.at(
                    "year",
                    ErrorCode.VALUE_OUT_OF_RANGE,
                    Integer.toString(present - YEARS),
                    Integer.toString(present + YEARS));
        }
        return year;
    }
}
