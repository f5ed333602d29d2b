package org.safetyledger.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How often authorities visit an enterprise in a year, and may. */
@Type("InspectionBudget")
@Description(
        "Enforcement visits to an enterprise whose planned day lies in a year, but for cancelled ones: by authority, as far as the"
                + " caller sees them. The enterprise is told of those that it has had, of none that are planned.")
public record InspectionBudget(
        @Description("The year.") int year,
        @NonNull @Description("When it was counted.") OffsetDateTime asOf,

        @NonNull @Description("By authority, in the order of their codes.")
        List<@NonNull Share> authorities) {

    /** One authority's share. */
    @Type("AuthorityBudget")
    @Description("How often one authority visits an enterprise in a year, and may.")
    public record Share(
            @NonNull @Description("Code of the department, else of the division.")
            String authority,

            @NonNull @Description("Its name.") String name,

            @Description(
                    "How many counted visits it may make (limit rule VISITS_PER_YEAR): by the authority's own rule for the"
                            + " enterprise's sector or class, else by its own for any; where it has none, by the rule for the sector or"
                            + " class, else by the one for any.")
            int allowed,

            @Description("Counted visits that are planned or were made.")
            int used,

            @Description("Visits beside, by the lawful exceptions.")
            int exempt,

            @Description("Visits that were made together with another authority's, and do not count.")
            int merged,

            @Description("Off-site checks, which take no visit; of the year of their days.")
            int offSite,

            @Description("How many counted visits are left.")
            int left) {}
}
