package org.safetyledger.post;

import static org.safetyledger.post.QuickReport.Status.RECEIVED;
import static org.safetyledger.post.QuickReport.Status.REPORTED;
import static org.safetyledger.post.QuickReport.Status.VERIFIED;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a quick report. */
enum QuickReportVerb implements Verb<QuickReportVerb.Facts> {
    RECEIVE("receiveReport", Permission.MANAGE_POSTS, EnumSet.of(REPORTED)),
    ANSWER("answerReport", Permission.MANAGE_POSTS, EnumSet.of(REPORTED, RECEIVED)),
    ESCALATE("escalateReport", Permission.REPORT_QUICKLY, EnumSet.of(REPORTED, RECEIVED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts report, Caller caller) {
            if (!report.reporterSubject().equals(caller.subject())) {
                return ErrorCode.NOT_THE_REPORTER;
            }
            if (report.escalated()) {
                return ErrorCode.ESCALATED_ALREADY;
            }
            return report.overdue() ? null : ErrorCode.ANSWER_NOT_OVERDUE;
        }
    },
    REWARD("rewardReport", Permission.MANAGE_POSTS, EnumSet.of(VERIFIED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts report, Caller caller) {
            return report.reporterSubject().equals(caller.subject()) ? ErrorCode.REWARD_TO_ONESELF : null;
        }
    };

    /**
     * What the guards look at.
     *
     * @param overdue whether the time for an answer has passed
     * @param escalated whether its reporter has stepped it up
     */
    @RegisterForReflection
    record Facts(QuickReport.Status status, String reporterSubject, boolean overdue, boolean escalated)
            implements Verb.Facts {}

    private final Transition transition;

    QuickReportVerb(String mutation, Permission permission, Set<QuickReport.Status> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }
}
