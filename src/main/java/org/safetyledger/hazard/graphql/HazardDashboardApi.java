package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.hazard.HazardCounts;

@GraphQLApi
public class HazardDashboardApi {
    private static final int MONTH = 30;

    private final HazardCounts counts;

    HazardDashboardApi(HazardCounts counts) {
        this.counts = counts;
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
