package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who held the four responsibilities for an enterprise on a day, and which of them nobody held where it must be held: an
 * industry's regulator in the county. Its codes tell of the leadership post by post.
 *
 * @param acting who acts for the regulator, because no department regulates the trade; null where one does
 * @param sites on which the enterprise was with others, by name, so many as a snapshot keeps
 * @param siteCount how many these are with those that it does not keep
 */
@RegisterForReflection(ignoreNested = false)
public record ResponsibilitySnapshot(
        LocalDate takenOn,
        List<Holder> holders,
        List<ResponsibilityParty> missing,
        List<MissingResponsibility> codes,
        @Nullable ResponsibilityParty acting,
        List<SharedSite> sites,
        Integer siteCount) {
    /**
     * @param codes null in a snapshot from before codes were kept: what follows from the parties
     * @param sites null in one from before sites were kept
     * @param siteCount null in one from before they were counted
     */
    public ResponsibilitySnapshot(
            LocalDate takenOn,
            List<Holder> holders,
            List<ResponsibilityParty> missing,
            @Nullable List<MissingResponsibility> codes,
            @Nullable ResponsibilityParty acting,
            @Nullable List<SharedSite> sites,
            @Nullable Integer siteCount) {
        this.acting = acting;
        this.takenOn = takenOn;
        this.holders = holders;
        this.missing = missing;
        this.codes = codes != null
                ? codes
                : missing.stream().flatMap(MissingResponsibility::of).toList();
        this.sites = sites == null ? List.of() : sites;
        this.siteCount = siteCount == null ? this.sites.size() : siteCount;
    }

    /**
     * @param mainUnitId of the enterprise that had the main responsibility on the site; null where none was named
     * @param mainUnit its name
     */
    public record SharedSite(
            String siteId,
            String name,
            @Nullable String mainUnitId,
            @Nullable String mainUnit) {}

    /**
     * @param assignmentId of the decision where a department regulates by one and the register names nobody of it
     * @param department code of the holder's department; null for none, and where it was not kept yet
     */
    public record Holder(
            ResponsibilityParty party,
            String name,
            String title,
            String assignmentId,
            @Nullable String department) {}
}
