package org.safetyledger.hazard;

import static org.safetyledger.hazard.HazardStatus.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.inspection.HazardGrade;

/** The transitions of a hazard with their guards on state and caller. */
public enum HazardVerb implements Verb<HazardFacts> {
    CONFIRM("confirmHazard", Permission.DECIDE_HAZARD, EnumSet.of(REPORTED)),
    /** Its reporter, and whoever decides on it, put the report right until it is decided. */
    CORRECT("correctHazard", Permission.REPORT_HAZARD, EnumSet.of(REPORTED)) {
        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            if (hazard.reportedBy().equals(caller.subject())) {
                return null;
            }
            if (!caller.may(Permission.DECIDE_HAZARD)) {
                return ErrorCode.NOT_THE_REPORTER;
            }
            return hazard.isHandledBy(caller) ? null : ErrorCode.NOT_THE_HANDLER;
        }
    },
    ASSIGN_PERSON(
            "assignHazardPerson",
            Permission.ASSIGN_HAZARD_PERSON,
            EnumSet.complementOf(EnumSet.of(CLOSED, REJECTED, DUPLICATE))),
    REJECT("rejectHazard", Permission.DECIDE_HAZARD, EnumSet.of(REPORTED)),
    MARK_DUPLICATE("markDuplicateHazard", Permission.DECIDE_HAZARD, EnumSet.of(REPORTED)),
    CONTEST("contestHazardRejection", Permission.CONTEST_REJECTION, EnumSet.of(REJECTED, DUPLICATE)) {
        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            if (!hazard.reportedBy().equals(caller.subject())) {
                return ErrorCode.NOT_THE_REPORTER;
            }
            return hazard.contested() ? ErrorCode.ALREADY_CONTESTED : null;
        }
    },
    ESCALATE_GRADE(
            "escalateHazardGrade",
            Permission.ESCALATE_GRADE,
            EnumSet.complementOf(EnumSet.of(REPORTED, CLOSED, REJECTED, DUPLICATE))) {
        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            return hazard.grade() == HazardGrade.MAJOR ? ErrorCode.GENERAL_GRADE_REQUIRED : null;
        }
    },
    LOWER_GRADE(
            "lowerHazardGrade",
            Permission.LOWER_GRADE,
            EnumSet.complementOf(EnumSet.of(REPORTED, CLOSED, REJECTED, DUPLICATE))) {
        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            if (hazard.grade() != HazardGrade.MAJOR) {
                return ErrorCode.MAJOR_GRADE_REQUIRED;
            }
            // One level above whoever graded: the city above a county, the city's leader above its officers.
            boolean peer = hazard.gradedLevel() == DivisionLevel.CITY && caller.role() != Role.CITY_LEADER;
            if (caller.level() != DivisionLevel.CITY || peer) {
                return ErrorCode.HIGHER_AUTHORITY_REQUIRED;
            }
            return caller.subject().equals(hazard.gradedBy()) ? ErrorCode.GRADER_CANNOT_LOWER : null;
        }
    },
    PLAN_RECTIFICATION(
            "planHazardRectification",
            Permission.PLAN_MAJOR_RECTIFICATION,
            EnumSet.of(CONFIRMED, ASSIGNED, REOPENED, RECTIFYING, SUBMITTED, REVIEWING)),
    FIX_ON_SITE("fixHazardOnSite", Permission.DECIDE_HAZARD, EnumSet.of(CONFIRMED)) {
        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            return hazard.grade() == HazardGrade.GENERAL ? null : ErrorCode.GENERAL_GRADE_REQUIRED;
        }
    },
    CLOSE("closeHazard", Permission.CLOSE_HAZARD, EnumSet.of(REPORTED, CONFIRMED, REVIEWING, FIXED_ON_SITE)) {
        @Override
        public Set<HazardStatus> from(HazardFacts hazard, Caller caller) {
            if (!caller.ofEnterprise()) {
                return EnumSet.of(REVIEWING, FIXED_ON_SITE);
            }
            return isItsOwn(hazard)
                    ? EnumSet.of(REPORTED, CONFIRMED)
                    : EnumSet.of(REPORTED, CONFIRMED, REVIEWING, FIXED_ON_SITE);
        }

        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            if (caller.ofEnterprise()) {
                return isItsOwn(hazard) ? null : ErrorCode.FORBIDDEN;
            }
            return closing(hazard, caller.subject());
        }
    },
    REOPEN("reopenHazard", Permission.DECIDE_HAZARD, EnumSet.of(CLOSED)),
    ASSIGN("assignRectification", Permission.ASSIGN_RECTIFICATION, EnumSet.of(CONFIRMED, REOPENED)),
    TRANSFER(
            "transferHazard",
            Permission.TRANSFER_HAZARD,
            EnumSet.complementOf(EnumSet.of(CLOSED, REJECTED, DUPLICATE))) {
        @Override
        @Nullable
        ErrorCode own(HazardFacts hazard, Caller caller) {
            if (!hazard.isPassedBy(caller)) {
                return ErrorCode.NOT_THE_HANDLER;
            }
            Handling handling = hazard.handling();
            return handling != null && handling.pending() ? ErrorCode.TRANSFER_PENDING : null;
        }
    };

    /** What a level above, or the reporter, decides whoever handles it. */
    private static final Set<HazardVerb> OF_OTHERS = EnumSet.of(LOWER_GRADE, CONTEST, CORRECT);

    private final Transition transition;

    HazardVerb(String mutation, Permission permission, Set<HazardStatus> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
        return OF_OTHERS.contains(this) || hazard.isHandledBy(caller) ? own(hazard, caller) : ErrorCode.NOT_THE_HANDLER;
    }

    /** Why the verb's own guard does not allow it; null when it does. */
    @Nullable
    ErrorCode own(HazardFacts hazard, Caller caller) {
        return null;
    }

    /**
     * An enterprise closes the general hazards that it or its workers found, as long as no officer directs their fix and no
     * worker had to step them up.
     */
    private static boolean isItsOwn(HazardFacts hazard) {
        boolean foundByItself = hazard.source() == HazardSource.ENTERPRISE || hazard.source() == HazardSource.WORKER;
        return foundByItself && hazard.grade() == HazardGrade.GENERAL && !hazard.leftToAuthority();
    }

    private static @Nullable ErrorCode closing(HazardFacts hazard, String closer) {
        if (hazard.status() == FIXED_ON_SITE && closer.equals(hazard.fixedBy())) {
            return ErrorCode.FIXER_CANNOT_CLOSE;
        }
        return closer.equals(hazard.reportedBy()) || closer.equals(hazard.foundBy())
                ? ErrorCode.FINDER_CANNOT_CLOSE
                : hazard.planObjection();
    }
}
