package org.safetyledger.supervision.authority;

import static org.safetyledger.supervision.authority.SupervisionVisit.Status.*;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a visit: for the office that planned it, for the officers who conduct it, or for its target. */
enum SupervisionVerb implements Verb<SupervisionVerb.Facts> {
    NOTIFY("notifySupervision", Actor.OFFICE, EnumSet.of(PLANNED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts visit, Caller caller) {
            return visit.announced() ? super.furtherObjection(visit, caller) : ErrorCode.NOT_ANNOUNCED;
        }
    },
    START("startSupervision", Actor.OFFICER, EnumSet.of(PLANNED, NOTIFIED)) {
        @Override
        public Set<SupervisionVisit.Status> from(Facts visit, Caller caller) {
            return visit.announced() ? EnumSet.of(NOTIFIED) : EnumSet.of(PLANNED);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(Facts visit, Caller caller) {
            ErrorCode objection = super.furtherObjection(visit, caller);
            if (objection != null) {
                return objection;
            }
            if (!visit.campaignRuns()) {
                return ErrorCode.CAMPAIGN_NOT_APPROVED;
            }
            return visit.inWindow() ? null : ErrorCode.CAMPAIGN_WINDOW_CLOSED;
        }
    },
    RECORD_FINDING("recordSupervisionFinding", Actor.OFFICER, EnumSet.of(IN_PROGRESS)),
    FINISH_RECORD("finishSupervisionRecord", Actor.OFFICER, EnumSet.of(IN_PROGRESS)),
    SIGN("signSupervision", Actor.TARGET, EnumSet.of(RECORD_PENDING_SIGNATURE)),
    RECORD_REFUSAL("recordSupervisionRefusal", Actor.OFFICER, EnumSet.of(RECORD_PENDING_SIGNATURE)),
    ISSUE_ITEM("issueSupervisionItem", Actor.OFFICE, EnumSet.of(SIGNED, SIGNATURE_REFUSED)),
    COMPLETE("completeSupervision", Actor.OFFICE, EnumSet.of(SIGNED, SIGNATURE_REFUSED)),
    CANCEL("cancelSupervision", Actor.OFFICE, EnumSet.of(PLANNED, NOTIFIED)),
    ABORT("abortSupervision", Actor.OFFICER, EnumSet.of(IN_PROGRESS, RECORD_PENDING_SIGNATURE));

    /** For whom a verb is. */
    private enum Actor {
        OFFICE,
        OFFICER,
        TARGET
    }

    /**
     * @param office code of the office that planned it
     * @param officerSubjects who conducts it, as far as they have accounts
     * @param targetDepartment the visited department; null when it is the government of the division
     * @param campaignRuns whether its campaign was approved, and is not archived; true without a campaign
     * @param inWindow whether today lies in the window of its campaign; true without a campaign
     */
    @RegisterForReflection
    record Facts(
            SupervisionVisit.Status status,
            boolean announced,
            String office,
            List<String> officerSubjects,
            String targetDivision,
            @Nullable String targetDepartment,
            boolean campaignRuns,
            boolean inWindow)
            implements Verb.Facts {}

    private final Transition transition;
    private final Actor actor;

    SupervisionVerb(String mutation, Actor actor, Set<SupervisionVisit.Status> from) {
        this.actor = actor;
        this.transition = new Transition(
                mutation, actor == Actor.TARGET ? Permission.ANSWER_SUPERVISION : Permission.SUPERVISE, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts visit, Caller caller) {
        boolean conducts = visit.officerSubjects().contains(caller.subject());
        boolean ofOffice = visit.office().equals(caller.department());
        return switch (actor) {
            case OFFICE -> ofOffice ? null : ErrorCode.NOT_THE_AUTHORITY;
            case OFFICER -> conducts ? null : ErrorCode.NOT_AN_INSPECTION_OFFICER;
            case TARGET ->
                !conducts
                                && !ofOffice
                                && new SupervisedAuthority(visit.targetDivision(), visit.targetDepartment())
                                        .isOf(caller)
                        ? null
                        : ErrorCode.NOT_OF_THE_TARGET;
        };
    }
}
