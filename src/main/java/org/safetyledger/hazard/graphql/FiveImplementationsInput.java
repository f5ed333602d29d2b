package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("FiveImplementationsInput")
@Description("The five implementations (五落实).")
public record FiveImplementationsInput(
        @NonNull @Description("Who is responsible, up to 2000 characters.")
        String responsibility,

        @NonNull @Description("Which measures, up to 2000 characters.")
        String measures,

        @NonNull @Description("Which funds, up to 2000 characters.")
        String funds,

        @NonNull @Description("By when, up to 2000 characters.")
        String deadline,

        @NonNull @Description("Which emergency plan, up to 2000 characters.")
        String emergencyPlan) {}
