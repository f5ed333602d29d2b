package org.safetyledger.hazard;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
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

    /** Level of the authority that gave it its present grade; null until then, and where that was not kept. */
    @Nullable
    DivisionLevel gradedLevel();

    boolean contested();

    String divisionCode();

    String industryCode();

    /** The matter that it is of, in whatever trade; null for none. */
    @Nullable
    String matter();

    /** Whether its reporter stepped it up, or was told that it is none: then the enterprise does not close it. */
    boolean leftToAuthority();

    boolean hasFiveImplementations();

    boolean hasInterimMeasures();

    /** Who deals with it by its transfers; null for one that was never transferred, and then whoever sees it without a grant may. */
    @Nullable
    Handling handling();

    /** Whether the caller, where it is an authority, is one that deals with it. */
    default boolean isHandledBy(Caller caller) {
        if (caller.side() != Side.AUTHORITY) {
            return true;
        }
        Handling handling = handling();
        return handling == null ? !caller.granted() || liesWith(caller) : handling.lets(caller, liesWith(caller));
    }

    /** Whether it is of the caller's place, trades and matters, and not only shown to it by a grant. */
    default boolean liesWith(Caller caller) {
        return caller.covers(divisionCode()) && caller.supervises(industryCode(), matter());
    }

    /** Whether the caller may hand it on or have others join in; not over the head of a higher level that graded it. */
    default boolean isPassedBy(Caller caller) {
        Handling handling = handling();
        boolean passes = handling == null ? liesWith(caller) : handling.letsPass(caller, liesWith(caller));
        boolean isOfItsPlace = handling == null || handling.handler() == null;
        DivisionLevel grader = gradedLevel();
        return passes && (!isOfItsPlace || grader == null || caller.level().compareTo(grader) <= 0);
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
