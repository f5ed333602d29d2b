package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.hazard.FiveImplementations;

@Type("FiveImplementations")
@Description("What a major hazard needs before its rectification starts (五落实).")
public record FiveImplementationsView(
        @NonNull @Description("Who is responsible.") String responsibility,
        @NonNull @Description("Which measures.") String measures,
        @NonNull @Description("Which funds.") String funds,
        @NonNull @Description("By when.") String deadline,
        @NonNull @Description("Which emergency plan.") String emergencyPlan) {
    static @Nullable FiveImplementationsView orNull(@Nullable FiveImplementations five) {
        return five == null
                ? null
                : new FiveImplementationsView(
                        five.responsibility(), five.measures(), five.funds(), five.deadline(), five.emergencyPlan());
    }
}
