package org.safetyledger.hazard.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.party.MissingResponsibility;
import org.safetyledger.party.ResponsibilityParty;
import org.safetyledger.party.ResponsibilitySnapshot;

@RegisterForReflection
@Type("ResponsibleParties")
@Description("Who held the four responsibilities (四方责任) on a day. A later change of holders leaves it as it was.")
public record ResponsiblePartiesView(
        @Description("The day.") LocalDate takenOn,
        @Description("The holders.") List<Holder> holders,

        @Description(
                "The parties that nobody held. INDUSTRY_REGULATOR also where the county has none: the city's, who is"
                        + " named among the holders, does not stand in for it.")
        List<ResponsibilityParty> missing,

        @Description("What nobody held, the leadership told post by post.")
        List<MissingResponsibility> missingCodes,

        @Description("Who acts for the regulator: TERRITORIAL where no department of the county regulated the trade"
                + " (REGULATOR_UNDETERMINED) on that day; null where one did.")
        @Nullable
        ResponsibilityParty acting,

        @Description(
                "The first 20 of the sites on which the enterprise was with others, by name; none in snapshots from before"
                        + " they were kept.")
        List<Site> sites,

        @Description("How many such sites there were, those that `sites` leaves out with them.")
        int siteCount) {

    static ResponsiblePartiesView of(ResponsibilitySnapshot snapshot, Caller reader) {
        return new ResponsiblePartiesView(
                snapshot.takenOn(),
                snapshot.holders().stream()
                        .map(holder -> new Holder(
                                holder.party(),
                                holder.party().isNamedTo(reader) ? holder.name() : null,
                                holder.title(),
                                holder.assignmentId(),
                                holder.department()))
                        .toList(),
                snapshot.missing(),
                snapshot.codes(),
                snapshot.acting(),
                snapshot.sites().stream()
                        .map(site -> new Site(
                                site.siteId(),
                                site.name(),
                                reader.ofEnterprise() ? null : site.mainUnitId(),
                                site.mainUnit()))
                        .toList(),
                snapshot.siteCount());
    }

    @RegisterForReflection
    @Type("SharedSite")
    @Description("A site on which the enterprise was with others (同一场所多家单位).")
    public record Site(
            @Id @Description("The site in the register.") String siteId,

            @Description("Its name.") String name,

            @Id
            @Description("The enterprise that had the main responsibility on it; null for none, and for enterprises.")
            @Nullable
            String mainUnitId,

            @Description("Name of that enterprise (主要责任单位); null where none was named.") @Nullable
            String mainUnit) {}

    @RegisterForReflection
    @Type("ResponsibleHolder")
    @Description("Who held one of the four responsibilities.")
    public record Holder(
            @Description("Which of the four parties.") ResponsibilityParty party,

            @Description(
                    "Name; null for workers, who are told the post only, and of an enterprise's people for integrations"
                            + " without the scope `personal-data`.")
            @Nullable
            String name,

            @Description("Title of the post.") String title,

            @Id
            @Description(
                    "The assignment in the register; where the register names nobody of a department that regulates by a"
                            + " decision, that decision.")
            String assignmentId,

            @Description("Code of the holder's department; null for none, and in snapshots from before it was kept.")
            @Nullable
            String department) {}
}
