package org.safetyledger.paper;

import static org.safetyledger.paper.PaperStatus.ISSUED;
import static org.safetyledger.paper.PaperStatus.REFUSED;
import static org.safetyledger.paper.PaperStatus.SERVED;
import static org.safetyledger.paper.PaperStatus.SIGNED;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of an official paper. */
enum PaperVerb implements Verb<PaperVerb.Facts> {
    /** Things are preserved only with the approval of the authority's head; in urgency that is given afterwards. */
    SERVE("servePaper", Permission.ISSUE_PAPER, EnumSet.of(ISSUED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            ErrorCode objection = super.furtherObjection(paper, caller);
            boolean unapproved = paper.kind().preserves()
                    && !paper.preservation().approved()
                    && !paper.preservation().urgent();
            return objection == null && unapproved ? ErrorCode.PRESERVATION_NOT_APPROVED : objection;
        }
    },
    SIGN("signPaperReceipt", Permission.SIGN_PAPER, EnumSet.of(SERVED)),
    RECORD_REFUSAL("recordPaperRefusal", Permission.ISSUE_PAPER, EnumSet.of(SERVED)),
    WITHDRAW("withdrawPaper", Permission.ISSUE_PAPER, EnumSet.of(ISSUED, SERVED)) {
        // What was registered as evidence is decided, thing by thing.
        @Override
        public Set<PaperStatus> from(Facts paper, Caller caller) {
            return paper.kind().preserves() ? EnumSet.of(ISSUED) : EnumSet.of(ISSUED, SERVED);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            if (paper.recused()) {
                return ErrorCode.OFFICER_RECUSED;
            }
            // A visitor leaves with the campaign: what he made out is withdrawn by whose paper it is, too.
            boolean left = paper.byVisitor() && paper.authority().equals(caller.authority());
            if (!left && !paper.issuedBySubject().equals(caller.subject())) {
                return ErrorCode.NOT_THE_ISSUER;
            }
            // What stopped work until it was resumed, and the re-check on which it was, stay.
            return paper.resumed() || paper.reliedOn() ? ErrorCode.WORK_RESUMED : null;
        }
    },
    RESUME("resumeWork", Permission.ISSUE_PAPER, EnumSet.of(SERVED, SIGNED, REFUSED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            if (paper.recused()) {
                return ErrorCode.OFFICER_RECUSED;
            }
            if (paper.kind() != PaperKind.STOP_ORDER || paper.resumed()) {
                return ErrorCode.NOTHING_TO_RESUME;
            }
            if (!paper.liftedBy().equals(caller.authority())) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return paper.examined() ? null : ErrorCode.EXAMINATION_REQUIRED;
        }
    },
    APPROVE_PRESERVATION("approvePreservation", Permission.APPROVE_INSPECTION, EnumSet.of(ISSUED)) {
        @Override
        public Set<PaperStatus> from(Facts paper, Caller caller) {
            return toApprove(paper);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            return headObjection(paper, caller);
        }
    },
    REFUSE_PRESERVATION("refusePreservation", Permission.APPROVE_INSPECTION, EnumSet.of(ISSUED)) {
        @Override
        public Set<PaperStatus> from(Facts paper, Caller caller) {
            return toApprove(paper);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            return headObjection(paper, caller);
        }
    },
    DECIDE_THINGS("decidePreservedThings", Permission.DECIDE_PRESERVATION, EnumSet.of(SERVED, SIGNED, REFUSED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            ErrorCode objection = decisionObjection(paper, caller);
            return objection == null && paper.preservation().late() ? ErrorCode.PRESERVATION_LAPSED : objection;
        }
    },
    RELEASE_LAPSED("releaseLapsedPreservation", Permission.DECIDE_PRESERVATION, EnumSet.of(SERVED, SIGNED, REFUSED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            ErrorCode objection = decisionObjection(paper, caller);
            return objection == null && !paper.preservation().late() ? ErrorCode.PRESERVATION_NOT_LAPSED : objection;
        }
    };

    /** What was served in urgency is approved afterwards. */
    private static Set<PaperStatus> toApprove(Facts paper) {
        return paper.preservation().urgent() ? EnumSet.of(ISSUED, SERVED, SIGNED, REFUSED) : EnumSet.of(ISSUED);
    }

    /**
     * The head is a leader of the authority's level or of one above, who did not make the paper out. What is not approved in time is
     * preserved no more, unless all of it was decided by then.
     */
    private static @Nullable ErrorCode headObjection(Facts paper, Caller caller) {
        if (!paper.kind().preserves()) {
            return ErrorCode.NOT_A_PRESERVATION;
        }
        if (!paper.preservation().isUnder(caller)) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        if (paper.issuedBySubject().equals(caller.subject())) {
            return ErrorCode.ISSUER_CANNOT_APPROVE;
        }
        Preservation preservation = paper.preservation();
        if (preservation.approved()) {
            return ErrorCode.PRESERVATION_APPROVED;
        }
        boolean over = preservation.refused() || (preservation.late() && preservation.undecided() > 0);
        return over ? ErrorCode.PRESERVATION_LAPSED : null;
    }

    private static @Nullable ErrorCode decisionObjection(Facts paper, Caller caller) {
        if (!paper.kind().preserves()) {
            return ErrorCode.NOT_A_PRESERVATION;
        }
        if (paper.recused()) {
            return ErrorCode.OFFICER_RECUSED;
        }
        boolean head = caller.may(Permission.APPROVE_INSPECTION)
                && paper.preservation().isUnder(caller);
        if (!head && !paper.authority().equals(caller.authority())) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        boolean over =
                paper.preservation().undecided() == 0 || paper.preservation().lapseNoted();
        return over ? ErrorCode.THINGS_DECIDED : null;
    }

    /**
     * How far things that are registered as evidence have come; of a paper that registers none it says nothing.
     *
     * @param authorityDivision division of the authority that preserves them
     * @param urgent whether it was made without waiting for its approval
     * @param refused whether it was not approved afterwards
     * @param late whether the time for the decision, or for the approval afterwards, has passed, or the head has refused it
     * @param lapseNoted whether it was noted that what was not decided is free
     */
    @RegisterForReflection
    record Preservation(
            @Nullable String authorityDivision,
            boolean approved,
            boolean urgent,
            boolean refused,
            int undecided,
            boolean late,
            boolean lapseNoted) {
        static final Preservation NONE = new Preservation(null, false, false, false, 0, false, false);

        boolean isUnder(Caller caller) {
            return authorityDivision != null && caller.covers(authorityDivision);
        }
    }

    /**
     * What the guards look at.
     *
     * @param authority whose paper it is
     * @param liftedBy code of the authority that lets stopped work be resumed
     * @param resumed whether the work that it stopped was resumed
     * @param examined whether the latest re-check of it found each problem put right
     * @param reliedOn whether stopped work was resumed on it, a re-check
     * @param byVisitor whether a member of a campaign's group made it out for that authority, without being of it
     * @param conducted whether the caller is one of the officers of its visit
     * @param recused whether the caller was one, and was recused: then he acts no more in it
     * @param preservation how far the things have come that it registers
     */
    @RegisterForReflection
    record Facts(
            PaperStatus status,
            PaperKind kind,
            String divisionCode,
            @Nullable String industryCode,
            @Nullable String matter,
            String authority,
            String liftedBy,
            String issuedBySubject,
            boolean resumed,
            boolean examined,
            boolean reliedOn,
            boolean byVisitor,
            boolean conducted,
            boolean recused,
            Preservation preservation)
            implements Verb.Facts {
        /** Whether the caller made it or conducts its visit, or it is of his place, trades and matters: not only shown to him by a grant. */
        boolean isOf(Caller caller) {
            return caller.ofEnterprise()
                    || authority.equals(caller.authority())
                    || issuedBySubject.equals(caller.subject())
                    || conducted
                    || (caller.covers(divisionCode) && caller.supervises(industryCode, matter));
        }
    }

    private final Transition transition;

    PaperVerb(String mutation, Permission permission, Set<PaperStatus> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
        if (paper.recused()) {
            return ErrorCode.OFFICER_RECUSED;
        }
        return paper.isOf(caller) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
