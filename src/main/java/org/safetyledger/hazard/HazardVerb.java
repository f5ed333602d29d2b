package org.safetyledger.hazard;

import static org.safetyledger.hazard.HazardStatus.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.inspection.HazardGrade;

/** The transitions of a hazard with their guards on state and caller. */
public enum HazardVerb implements Verb<HazardFacts> {
    CONFIRM("confirmHazard", Permission.DECIDE_HAZARD, EnumSet.of(REPORTED)),
    REJECT("rejectHazard", Permission.DECIDE_HAZARD, EnumSet.of(REPORTED)),
    MARK_DUPLICATE("markDuplicateHazard", Permission.DECIDE_HAZARD, EnumSet.of(REPORTED)),
    CONTEST("contestHazardRejection", Permission.CONTEST_REJECTION, EnumSet.of(REJECTED, DUPLICATE)) {
        @Override
        @Nullable
        ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
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
        ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
            return hazard.grade() == HazardGrade.MAJOR ? ErrorCode.WRONG_STATE : null;
        }
    },
    LOWER_GRADE(
            "lowerHazardGrade",
            Permission.LOWER_GRADE,
            EnumSet.complementOf(EnumSet.of(REPORTED, CLOSED, REJECTED, DUPLICATE))) {
        @Override
        @Nullable
        ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
            if (hazard.grade() != HazardGrade.MAJOR) {
                return ErrorCode.WRONG_STATE;
            }
            // One level above whoever graded: the city above a county, the city's leader above its officers.
            boolean peer = hazard.gradedByCity() && caller.role() != Role.CITY_LEADER;
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
        ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
            return hazard.grade() == HazardGrade.GENERAL ? null : ErrorCode.GENERAL_GRADE_REQUIRED;
        }
    },
    CLOSE("closeHazard", Permission.CLOSE_HAZARD, EnumSet.of(REPORTED, CONFIRMED, REVIEWING, FIXED_ON_SITE)) {
        @Override
        @Nullable
        ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
            return caller.ofEnterprise() ? selfClosing(hazard) : closing(hazard, caller.subject());
        }
    },
    REOPEN("reopenHazard", Permission.DECIDE_HAZARD, EnumSet.of(CLOSED)),
    ASSIGN("assignRectification", Permission.ASSIGN_RECTIFICATION, EnumSet.of(CONFIRMED, REOPENED));

    private static final Set<HazardStatus> SELF_CLOSED = EnumSet.of(REPORTED, CONFIRMED);

    private final String mutation;
    private final Permission permission;
    private final Set<HazardStatus> from;

    HazardVerb(String mutation, Permission permission, Set<HazardStatus> from) {
        this.mutation = mutation;
        this.permission = permission;
        this.from = from;
    }

    @Override
    public String mutation() {
        return mutation;
    }

    @Override
    public Permission permission() {
        return permission;
    }

    /** An enterprise closes the general hazards that it found itself, as long as no officer directs their fix. */
    private static @Nullable ErrorCode selfClosing(HazardFacts hazard) {
        if (hazard.source() != HazardSource.ENTERPRISE || hazard.grade() != HazardGrade.GENERAL) {
            return ErrorCode.FORBIDDEN;
        }
        return SELF_CLOSED.contains(hazard.status()) ? null : ErrorCode.WRONG_STATE;
    }

    private static @Nullable ErrorCode closing(HazardFacts hazard, String closer) {
        if (SELF_CLOSED.contains(hazard.status())) {
            return ErrorCode.WRONG_STATE;
        }
        if (hazard.status() == FIXED_ON_SITE && closer.equals(hazard.fixedBy())) {
            return ErrorCode.FIXER_CANNOT_CLOSE;
        }
        return closer.equals(hazard.reportedBy()) || closer.equals(hazard.foundBy())
                ? ErrorCode.FINDER_CANNOT_CLOSE
                : hazard.planObjection();
    }

    @Nullable
    ErrorCode furtherObjection(HazardFacts hazard, Caller caller) {
        return null;
    }

    @Override
    public @Nullable ErrorCode objection(HazardFacts hazard, Caller caller) {
        return from.contains(hazard.status()) ? furtherObjection(hazard, caller) : ErrorCode.WRONG_STATE;
    }
}
