package org.safetyledger.hazard;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Side;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.inspection.HazardGrade;

/** What the guards of a hazard's life cycle look at. */
public interface HazardFacts extends Verb.Facts {
    @Override
    HazardStatus status();

    HazardGrade grade();

    HazardSource source();

    String reportedBy();

    /** Who recorded the finding of which it was reported; null when it was not found by an inspection's checklist. */
    @Nullable
    String foundBy();

    /** Who recorded that it was fixed on site; null until then. */
    @Nullable
    String fixedBy();

    @Nullable
    String gradedBy();

    /** Whether an authority of the city gave it its present grade. */
    boolean gradedByCity();

    boolean contested();

    boolean hasFiveImplementations();

    boolean hasInterimMeasures();

    /** Who deals with it by its transfers; null for one that was never transferred, and then whoever sees it may. */
    @Nullable
    Handling handling();

    /** Whether the caller, where it is an authority, is one that deals with it. */
    default boolean isHandledBy(Caller caller) {
        Handling handling = handling();
        return caller.side() != Side.AUTHORITY || handling == null || handling.lets(caller);
    }

    /** What a major hazard still lacks before it may be rectified, pass its review or be closed; null when nothing. */
    default @Nullable ErrorCode planObjection() {
        if (grade() != HazardGrade.MAJOR) {
            return null;
        }
        if (!hasFiveImplementations()) {
            return ErrorCode.FIVE_IMPLEMENTATIONS_REQUIRED;
        }
        return hasInterimMeasures() ? null : ErrorCode.INTERIM_MEASURES_REQUIRED;
    }
}
