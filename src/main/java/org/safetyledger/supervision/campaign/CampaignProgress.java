package org.safetyledger.supervision.campaign;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How far a campaign is, of one moment. */
@Type("CampaignProgress")
@Description("How far a campaign is, by the visits and hazards of it that the caller may see, all of one moment.")
public record CampaignProgress(
        @NonNull @Description("The moment.") OffsetDateTime asOf,
        @Description("Its visits, but for cancelled ones.") int visits,
        @Description("Of these, those that have started.") int started,
        @Description("Of these, those that are completed.") int completed,
        @Description("Enterprises visited.") int enterprises,
        @Description("Hazards reported of its visits.") int hazards,
        @Description("Of these, open ones.") int openHazards,

        @Description("Of these, open ones past their deadline.")
        int overdueHazards,

        @Description("Of these, open ones graded MAJOR.") int majorHazards,

        @Description("Its visits to authorities, but for cancelled ones.")
        int supervisionVisits,

        @Description("Days whose duty was recorded on the day itself.")
        int dutyDaysKept,

        @Description("Days whose duty was recorded later; they stay among the missing ones.")
        int dutyDaysLate,

        @NonNull
        @Description(
                "Days before today whose duty nobody recorded on the day itself, in order: of a KEY_PERIOD each day of its window from its approval on, of"
                        + " others those for which somebody was on duty.")
        List<@NonNull LocalDate> dutyDaysMissing) {}
