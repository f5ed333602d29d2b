package org.safetyledger.inspection;

import static org.safetyledger.inspection.InspectionStatus.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of an inspection with their guards on state and caller. */
public enum InspectionVerb implements Verb<InspectionFacts> {
    /** An emergency is approved afterwards, whatever has become of it. */
    APPROVE("approveInspection", Permission.APPROVE_INSPECTION, EnumSet.of(APPROVAL_PENDING)) {
        @Override
        public Set<InspectionStatus> from(InspectionFacts inspection, Caller caller) {
            boolean owed = inspection.source() == VisitSource.EMERGENCY && !inspection.approvalGiven();
            return owed ? EnumSet.complementOf(EnumSet.of(CANCELLED)) : EnumSet.of(APPROVAL_PENDING);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return headObjection(inspection, caller);
        }
    },
    REFUSE_APPROVAL("refuseInspectionApproval", Permission.APPROVE_INSPECTION, EnumSet.of(APPROVAL_PENDING)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return headObjection(inspection, caller);
        }
    },
    ASSIGN_OFFICERS("assignInspectionOfficers", Permission.NOTIFY_INSPECTION, EnumSet.of(PLANNED, APPROVED)),
    EXCLUDE_OFFICER(
            "excludeInspectionOfficer",
            Permission.NOTIFY_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)),
    MERGE(
            "mergeInspection",
            Permission.NOTIFY_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)),
    NOTIFY("notifyInspection", Permission.NOTIFY_INSPECTION, EnumSet.of(ASSIGNED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return isNotified(inspection) ? super.furtherObjection(inspection, caller) : ErrorCode.NOT_ANNOUNCED;
        }
    },
    START("startInspection", Permission.CONDUCT_INSPECTION, EnumSet.of(ASSIGNED, NOTIFIED)) {
        @Override
        public Set<InspectionStatus> from(InspectionFacts inspection, Caller caller) {
            return isNotified(inspection) ? EnumSet.of(NOTIFIED) : EnumSet.of(ASSIGNED, NOTIFIED);
        }
    },
    RECORD_FINDING("recordFinding", Permission.CONDUCT_INSPECTION, EnumSet.of(IN_PROGRESS)),
    FINISH_RECORD("finishInspectionRecord", Permission.CONDUCT_INSPECTION, EnumSet.of(IN_PROGRESS)),
    SIGN("signInspection", Permission.SIGN_INSPECTION, EnumSet.of(RECORD_PENDING_SIGNATURE)),
    ISSUE_FINDINGS("issueInspectionFindings", Permission.CONDUCT_INSPECTION, EnumSet.of(SIGNED, SIGNATURE_REFUSED)),
    FOLLOW_UP_FINDINGS("followUpInspection", Permission.CONDUCT_INSPECTION, EnumSet.of(FINDINGS_ISSUED)),
    COMPLETE("completeInspection", Permission.CONDUCT_INSPECTION, EnumSet.of(FINDINGS_ISSUED, FOLLOW_UP)),
    CANCEL(
            "cancelInspection",
            Permission.PLAN_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)),
    ABORT("abortInspection", Permission.CONDUCT_INSPECTION, EnumSet.of(IN_PROGRESS)),
    /** Once, by the enterprise, when the record of the visit is closed. */
    RATE(
            "rateInspection",
            Permission.RATE_INSPECTION,
            EnumSet.of(SIGNED, SIGNATURE_REFUSED, FINDINGS_ISSUED, FOLLOW_UP, COMPLETED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            if (inspection.kind() == InspectionKind.SELF_CHECK) {
                return ErrorCode.FORBIDDEN;
            }
            return inspection.rated() ? ErrorCode.ALREADY_RATED : null;
        }
    };

    private final Transition transition;

    InspectionVerb(String mutation, Permission permission, Set<InspectionStatus> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    /** An announced visit starts only after it was announced; nobody announces a self-check to oneself. */
    private static boolean isNotified(InspectionFacts inspection) {
        return inspection.announced() && inspection.kind() != InspectionKind.SELF_CHECK;
    }

    /** The head is a leader of the authority's level, or of the level above; a department has that of its government. */
    private static @Nullable ErrorCode headObjection(InspectionFacts inspection, Caller caller) {
        String authority = inspection.authorityDivision();
        if (authority == null || !caller.covers(authority)) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        return inspection.plannedBy().equals(caller.subject()) ? ErrorCode.PLANNER_CANNOT_APPROVE : null;
    }

    /** Whether an authority does this by the officers named for the visit only. */
    boolean isForItsOfficers() {
        return switch (this) {
            // An enterprise signs itself; that it refuses to is recorded by the visit's officers.
            case START, RECORD_FINDING, FINISH_RECORD, SIGN, ISSUE_FINDINGS, ABORT -> true;
            case APPROVE,
                    REFUSE_APPROVAL,
                    ASSIGN_OFFICERS,
                    EXCLUDE_OFFICER,
                    MERGE,
                    NOTIFY,
                    FOLLOW_UP_FINDINGS,
                    COMPLETE,
                    CANCEL,
                    RATE -> false;
        };
    }

    @Override
    public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
        // An enterprise conducts its own self-checks and nothing else; it only signs what others inspected.
        boolean selfCheck = inspection.kind() == InspectionKind.SELF_CHECK;
        return this != SIGN && caller.ofEnterprise() != selfCheck ? ErrorCode.FORBIDDEN : null;
    }
}
