package org.safetyledger.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Verb;

/** What the guards of an inspection's life cycle look at. */
public interface InspectionFacts extends Verb.Facts {
    @Override
    InspectionStatus status();

    /** Where the visit is made. */
    String divisionCode();

    /** Trade of the enterprise that is visited; null for none. */
    @Nullable
    String industryCode();

    /** The matter of its checklist, in whatever trade; null for none. */
    @Nullable
    String matter();

    InspectionKind kind();

    boolean announced();

    /** Subject of who planned it. */
    String plannedBy();

    /** Code of the authority whose visit it is; null for self-checks and visits from before approvals. */
    @Nullable
    String authority();

    /** Division of that authority; null likewise. */
    @Nullable
    String authorityDivision();

    /** Why it is made; null for all but enforcement visits, and for those from before approvals. */
    @Nullable
    VisitSource source();

    boolean approvalGiven();

    /** Whether an emergency's head did not approve it afterwards. */
    boolean approvalRefused();

    /** Whether it is made together with another authority's. */
    boolean merged();

    boolean rated();

    /** Subjects of the officers who were recused, and act no more in it. */
    List<String> recused();

    /** Whether it waits for another officer, because one whom it needs was recused. */
    boolean awaitsOfficer();

    /** Whether its head has not taken note yet of what its target refused. */
    boolean refusalToNote();

    /**
     * Whether an authority's caller is there as a visitor: neither is it of his place, trades and matters nor is he of its
     * authority, or of that one's government: a member of a campaign's group. Visitors conduct the visits of which they are officers, as {@code ledger_conducted_by_group} tells the row policies;
     * its place and its authority make them ready, and call them off.
     */
    default boolean isVisitedBy(Caller caller) {
        return !caller.ofEnterprise()
                && !(caller.covers(divisionCode()) && caller.supervises(industryCode(), matter()))
                && !caller.authority().equals(authority())
                && !(caller.governs() && caller.division().equals(authorityDivision()));
    }
}
