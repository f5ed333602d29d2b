package org.safetyledger.hazard.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.hazard.FiveImplementations;

@RegisterForReflection
@Type("FiveImplementations")
@Description("What a major hazard needs before its rectification starts (五落实).")
public record FiveImplementationsView(
        @Description("Who is responsible.") String responsibility,
        @Description("Which measures.") String measures,
        @Description("Which funds.") String funds,
        @Description("By when.") String deadline,
        @Description("Which emergency plan.") String emergencyPlan) {
    static @Nullable FiveImplementationsView orNull(@Nullable FiveImplementations five) {
        return five == null
                ? null
                : new FiveImplementationsView(
                        five.responsibility(), five.measures(), five.funds(), five.deadline(), five.emergencyPlan());
    }
}
