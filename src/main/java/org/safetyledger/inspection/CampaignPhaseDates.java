package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** When a phase of a campaign is to be. */
@RegisterForReflection
@Type("CampaignPhaseDates")
@Description("When a phase of a campaign is to be.")
public record CampaignPhaseDates(
        @NonNull @Description("The phase.") CampaignPhase phase,
        @NonNull @Description("First day.") LocalDate startsOn,
        @NonNull @Description("Last day.") LocalDate endsOn) {}
