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
    SERVE("servePaper", Permission.ISSUE_PAPER, EnumSet.of(ISSUED)),
    SIGN("signPaperReceipt", Permission.SIGN_PAPER, EnumSet.of(SERVED)),
    RECORD_REFUSAL("recordPaperRefusal", Permission.ISSUE_PAPER, EnumSet.of(SERVED)),
    WITHDRAW("withdrawPaper", Permission.ISSUE_PAPER, EnumSet.of(ISSUED, SERVED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            // A visitor leaves with the campaign: what he made out is withdrawn by whose paper it is, too.
            boolean left = paper.byVisitor() && paper.authority().equals(caller.authority());
            if (!left && !paper.issuedBySubject().equals(caller.subject())) {
                return ErrorCode.NOT_THE_ISSUER;
            }
            return paper.reliedOn() ? ErrorCode.WORK_RESUMED : null;
        }
    },
    RESUME("resumeWork", Permission.ISSUE_PAPER, EnumSet.of(SERVED, SIGNED, REFUSED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts paper, Caller caller) {
            if (paper.kind() != PaperKind.STOP_ORDER || paper.resumed()) {
                return ErrorCode.NOTHING_TO_RESUME;
            }
            if (!paper.liftedBy().equals(caller.authority())) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return paper.examined() ? null : ErrorCode.EXAMINATION_REQUIRED;
        }
    };

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
            boolean conducted)
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
        return paper.isOf(caller) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
