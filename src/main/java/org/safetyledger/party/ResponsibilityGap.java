package org.safetyledger.party;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** One place or site at which nobody is responsible, or one post that does not say for what. */
@Type("ResponsibilityGap")
@Description("One place or site at which nobody is responsible, or one post that does not say for what.")
public record ResponsibilityGap(
        @NonNull @Description("What is missing.") Kind kind,

        @NonNull @Description("Division code of the place.") String jurisdiction,

        @NonNull @Description("Name of the place.") String jurisdictionName,

        @Description("Which responsibility nobody holds; null when a duty is missing.") @Nullable
        MissingResponsibility missing,

        @Description("Title of the post whose duty is missing; null when nobody is responsible.") @Nullable
        String postTitle,

        @Id @Description("That post; null when nobody is responsible.") @Nullable
        String postId,

        @Description("Name of who held the post in the period; null for other kinds.") @Nullable
        String holderName,

        @Description("Code of the duty that was not performed; null for other kinds.") @Nullable
        String duty,

        @Description("What was due; null for other kinds.") @Nullable
        String dutyTitle,

        @Description("First day of the period; null for other kinds.") @Nullable
        LocalDate periodFrom,

        @Description("Last day of the period; null for other kinds.") @Nullable
        LocalDate periodTo,

        @Id @Description("The site without a main unit; null for other kinds.") @Nullable
        String siteId,

        @Description("Name of that site; null for other kinds.") @Nullable
        String siteName) {

    /** Kinds of gaps. */
    @Enum("ResponsibilityGapKind")
    @Description("What is missing of the responsibility for safety.")
    public enum Kind {
        @Description("Nobody holds a post that is first responsible.")
        POST_VACANT,
        @Description("A leader's post has no duty of business or none of safety (一岗双责).")
        DUTY_MISSING,
        @Description(
                "A post had the same holder in the whole last period, and nobody recorded that its duty was performed.")
        DUTY_NOT_PERFORMED,
        @Description(
                "As DUTY_NOT_PERFORMED, but recorded after the end of the period: it stays missed, and was done late.")
        DUTY_RECORDED_LATE,
        @Description("Several enterprises are on a site, and none of them is named with the main responsibility.")
        SITE_MAIN_UNIT_MISSING
    }
}
