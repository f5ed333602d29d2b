package org.safetyledger.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How many visits were made in a year, by what they were. */
@RegisterForReflection
@Type("PublishedFigures")
@Description("How many visits were made in a year, as it was published; counted as in `VisitFigures`.")
public record PublishedFigures(
        @Description("Enforcement visits that began.") int enforcement,
        @Description("Of these daily checks.") int daily,
        @Description("Of these checks of a single case.") int ofCase,
        @Description("Of these special checks.") int special,

        @Description("Of these emergencies, of whichever kind.")
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

        @Description("Off-site checks, beside them.") int offSite) {}
