package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How many visits were made in a year, by what they were. */
@RegisterForReflection
@Type("VisitFigures")
@Description(
        "How many visits were made in a year. Enforcement visits are parted three times: by kind, by the yearly cap, and by"
                + " what they found; each time they add up to `enforcement`.")
public record VisitFigures(
        @Description("Enforcement visits that began; those of `inspections` with kind ENFORCEMENT.")
        int enforcement,

        @Description("Of these daily checks.") int daily,
        @Description("Of these checks of a single case.") int ofCase,
        @Description("Of these special checks.") int special,

        @Description("Of these emergencies, of whichever kind; the source EMERGENCY of `inspections`.")
        int emergencies,

        @Description("Of these counted against the yearly cap.")
        int counted,

        @Description("Of these exempt from it.") int exempt,

        @Description("Of these made together with another authority's, so that they do not count.")
        int merged,

        @Description("Of these with a negative finding.") int problemsFound,
        @Description("Of these without one.") int nothingFound,
        @Description("Of these not ended.") int goingOn,

        @Description("Of these broken off, such as when entry was refused.")
        int brokenOff,

        @Description("Assistance visits that began, beside them.")
        int assistance,

        @Description("Off-site checks, beside them; those of `offSiteChecks` that are not withdrawn.")
        int offSite,

        @NonNull @Description("The exempt ones by why they were made; sources without any are left out.")
        List<@NonNull BySource> exemptBySource) {

    /** Exempt visits of one source. */
    @RegisterForReflection
    @Type("ExemptVisits")
    @Description("Visits of one source that are exempt from the yearly cap.")
    public record BySource(
            @NonNull @Description("Why they were made.") VisitSource source,
            @Description("How many.") int visits) {}
}
