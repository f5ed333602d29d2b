package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** That an authority should look without entering before it makes a daily check. */
@RegisterForReflection
@Type("OffSiteFirst")
@Description(
        "That an authority should check an enterprise off site before it makes a daily check there; it may go all the same.")
public record OffSiteFirst(
        @Description(
                "Within how many days before the planned one an off-site check belongs (limit rule OFF_SITE_WITHIN).")
        int withinDays,

        @Nullable @Description("When its last off-site check of the enterprise was; null for none.")
        LocalDate lastCheckedOn) {}
