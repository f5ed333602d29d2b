package org.safetyledger.inspection;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Verb;

/** What the guards of an inspection's life cycle look at. */
public interface InspectionFacts extends Verb.Facts {
    @Override
    InspectionStatus status();

    /** Where the visit is made. */
    String divisionCode();

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
}
