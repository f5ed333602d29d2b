package org.safetyledger.hazard.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.hazard.HazardCounts;

@GraphQLApi
public class HazardDashboardApi implements BoundSource {
    private static final int MONTH = 30;

    private final HazardCounts counts;

    HazardDashboardApi(HazardCounts counts) {
        this.counts = counts;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("hazardDashboard", 60),
                FieldBound.list("HazardDashboard", "byDay", 92),
                FieldBound.list("HazardDashboard", "byGrade", 10),
                FieldBound.list("HazardDashboard", "byIndustry", 30),
                FieldBound.list("HazardDashboard", "byJurisdiction", 200),
                FieldBound.list("HazardDashboard", "byStatus", 20));
    }

    @Query("hazardDashboard")
    @Requires(Permission.READ_DASHBOARD)
    @Description("The figures of the hazards that the caller may see in an area. Workers have none.")
    public HazardDashboardView hazardDashboard(
            @Description("Division code of the area; the caller's own area by default.") @Nullable String jurisdiction,
            @DefaultValue("30") @Description("How many days `byDay` goes back, today included, 1 to 92.") @Nullable
                    Integer days) {
        return HazardDashboardView.of(counts.dashboard(jurisdiction, days == null ? MONTH : days));
    }
}
