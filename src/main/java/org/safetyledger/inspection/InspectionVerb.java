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
            return decided(inspection);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return headObjection(inspection, caller);
        }
    },
    REFUSE_APPROVAL("refuseInspectionApproval", Permission.APPROVE_INSPECTION, EnumSet.of(APPROVAL_PENDING)) {
        @Override
        public Set<InspectionStatus> from(InspectionFacts inspection, Caller caller) {
            return decided(inspection);
        }

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
    /** Whenever it turns out that there is no conflict: the exclusion is from later visits, too. */
    READMIT_OFFICER("readmitInspectionOfficer", Permission.NOTIFY_INSPECTION, EnumSet.allOf(InspectionStatus.class)),
    EXCLUDE_COMPANION(
            "excludeInspectionCompanion",
            Permission.NOTIFY_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)),
    MERGE(
            "mergeInspection",
            Permission.NOTIFY_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)),
    PART(
            "partInspection",
            Permission.NOTIFY_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return inspection.merged() ? super.furtherObjection(inspection, caller) : ErrorCode.NOT_MERGED;
        }
    },
    /** What is made together with another visit is made on its day. */
    RESCHEDULE(
            "rescheduleInspection",
            Permission.PLAN_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            ErrorCode objection = super.furtherObjection(inspection, caller);
            if (objection != null) {
                return objection;
            }
            if (inspection.source() == VisitSource.EMERGENCY) {
                return ErrorCode.EMERGENCY_IS_TODAY;
            }
            return inspection.merged() ? ErrorCode.MERGED_VISIT : null;
        }
    },
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
    /** By whose visit it is, or by the head, who may have approved it. */
    CANCEL(
            "cancelInspection",
            Permission.CANCEL_INSPECTION,
            EnumSet.of(APPROVAL_PENDING, APPROVED, PLANNED, ASSIGNED, NOTIFIED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            boolean head = caller.may(Permission.APPROVE_INSPECTION) && isOfItsLevel(inspection, caller);
            return head ? null : super.furtherObjection(inspection, caller);
        }
    },
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
    },
    /** The right is about those who enforce the law; who assists decides nothing. */
    ASK_RECUSAL("askRecusal", Permission.ASK_RECUSAL, EnumSet.of(IN_PROGRESS, RECORD_PENDING_SIGNATURE)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return inspection.kind() == InspectionKind.ENFORCEMENT ? null : ErrorCode.FORBIDDEN;
        }
    },
    /** The head decides also when the visit has come to its end meanwhile: the officer goes on no later one, either. */
    DECIDE_RECUSAL(
            "decideRecusal",
            Permission.APPROVE_INSPECTION,
            EnumSet.of(
                    IN_PROGRESS,
                    RECORD_PENDING_SIGNATURE,
                    SIGNED,
                    SIGNATURE_REFUSED,
                    FINDINGS_ISSUED,
                    FOLLOW_UP,
                    COMPLETED,
                    ABORTED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            return isOfItsLevel(inspection, caller) ? null : ErrorCode.NOT_THE_AUTHORITY;
        }
    },
    REPLACE_OFFICER(
            "replaceInspectionOfficer",
            Permission.NOTIFY_INSPECTION,
            EnumSet.of(IN_PROGRESS, RECORD_PENDING_SIGNATURE, SIGNED, SIGNATURE_REFUSED, FINDINGS_ISSUED, FOLLOW_UP)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            ErrorCode objection = super.furtherObjection(inspection, caller);
            return objection == null && !inspection.awaitsOfficer() ? ErrorCode.NO_OFFICER_MISSING : objection;
        }
    },
    NOTE_REFUSAL(
            "noteInspectionRefusal",
            Permission.APPROVE_INSPECTION,
            EnumSet.of(SIGNATURE_REFUSED, FINDINGS_ISSUED, FOLLOW_UP, COMPLETED, ABORTED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
            if (!isOfItsLevel(inspection, caller)) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return inspection.refusalToNote() ? null : ErrorCode.NO_REFUSAL_TO_NOTE;
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

    /** What its head may still decide: an emergency afterwards, whatever has become of it. */
    private static Set<InspectionStatus> decided(InspectionFacts inspection) {
        boolean owed = inspection.source() == VisitSource.EMERGENCY
                && !inspection.approvalGiven()
                && !inspection.approvalRefused();
        return owed ? EnumSet.complementOf(EnumSet.of(CANCELLED)) : EnumSet.of(APPROVAL_PENDING);
    }

    private static boolean isOfItsLevel(InspectionFacts inspection, Caller caller) {
        String authority = inspection.authorityDivision();
        return authority != null && caller.covers(authority);
    }

    /** The head is a leader of the authority's level, or of the level above; a department has that of its government. */
    private static @Nullable ErrorCode headObjection(InspectionFacts inspection, Caller caller) {
        if (!isOfItsLevel(inspection, caller)) {
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
                    READMIT_OFFICER,
                    EXCLUDE_COMPANION,
                    MERGE,
                    PART,
                    RESCHEDULE,
                    NOTIFY,
                    FOLLOW_UP_FINDINGS,
                    COMPLETE,
                    CANCEL,
                    RATE,
                    ASK_RECUSAL,
                    DECIDE_RECUSAL,
                    REPLACE_OFFICER,
                    NOTE_REFUSAL -> false;
        };
    }

    /** Whether it is an act of the visit for which its officers have to be enough. */
    private boolean isOfEnoughOfficers() {
        return this == RECORD_FINDING || this == FINISH_RECORD || this == SIGN || this == ISSUE_FINDINGS;
    }

    /**
     * Whether only the authority whose visit it is does this. Its officers conduct it, whoever named them; whom it excludes may
     * have excluded himself.
     */
    private boolean isForItsAuthority() {
        return switch (this) {
            case ASSIGN_OFFICERS,
                    EXCLUDE_COMPANION,
                    MERGE,
                    PART,
                    RESCHEDULE,
                    NOTIFY,
                    FOLLOW_UP_FINDINGS,
                    COMPLETE,
                    REPLACE_OFFICER,
                    CANCEL -> true;
            case APPROVE,
                    REFUSE_APPROVAL,
                    EXCLUDE_OFFICER,
                    READMIT_OFFICER,
                    START,
                    RECORD_FINDING,
                    FINISH_RECORD,
                    SIGN,
                    ISSUE_FINDINGS,
                    ABORT,
                    RATE,
                    ASK_RECUSAL,
                    DECIDE_RECUSAL,
                    NOTE_REFUSAL -> false;
        };
    }

    @Override
    public @Nullable ErrorCode furtherObjection(InspectionFacts inspection, Caller caller) {
        if (inspection.recused().contains(caller.subject())) {
            return ErrorCode.OFFICER_RECUSED;
        }
        String authority = inspection.authority();
        if (isForItsAuthority()
                && authority != null
                && !caller.ofEnterprise()
                && !authority.equals(caller.authority())) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        if (!isForItsOfficers() && !isOfOneOfficer() && inspection.isVisitedBy(caller)) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        // An enterprise conducts its own self-checks and nothing else; it only signs what others inspected.
        boolean selfCheck = inspection.kind() == InspectionKind.SELF_CHECK;
        if (this != SIGN && caller.ofEnterprise() != selfCheck) {
            return ErrorCode.FORBIDDEN;
        }
        boolean tooFew = isOfEnoughOfficers() && inspection.awaitsOfficer() && !caller.ofEnterprise();
        return tooFew ? ErrorCode.TWO_OFFICERS_REQUIRED : null;
    }

    /** Whether it depends on which officer is meant: of himself each speaks, wherever he comes from. */
    private boolean isOfOneOfficer() {
        return this == EXCLUDE_OFFICER || this == READMIT_OFFICER;
    }
}
