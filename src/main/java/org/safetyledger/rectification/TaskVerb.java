package org.safetyledger.rectification;

import static org.safetyledger.rectification.RectificationStatus.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a rectification task with their guards on state and caller. */
public enum TaskVerb implements Verb<TaskFacts> {
    CORRECT("correctRectification", Permission.ASSIGN_RECTIFICATION, EnumSet.of(PENDING_ACCEPT)) {
        @Override
        public @Nullable ErrorCode furtherObjection(TaskFacts task, Caller caller) {
            return task.isHandledBy(caller) ? null : ErrorCode.NOT_THE_HANDLER;
        }
    },
    ASSIGN_PERSON("assignRectificationPerson", Permission.RECTIFY, EnumSet.complementOf(EnumSet.of(PASSED, CANCELLED))),
    ACCEPT("acceptRectification", Permission.RECTIFY, EnumSet.of(PENDING_ACCEPT)),
    START("startRectification", Permission.START_RECTIFICATION, EnumSet.of(ACCEPTED, RETURNED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(TaskFacts task, Caller caller) {
            return task.planObjection();
        }
    },
    SUBMIT("submitRectification", Permission.RECTIFY, EnumSet.of(IN_PROGRESS)) {
        @Override
        public @Nullable ErrorCode furtherObjection(TaskFacts task, Caller caller) {
            // A grade may rise while the work goes on: the plan is asked for again.
            return task.planObjection();
        }
    },
    REQUEST_EXTENSION("requestExtension", Permission.RECTIFY, EnumSet.of(ACCEPTED, IN_PROGRESS)),
    DECIDE_EXTENSION("decideExtension", Permission.DECIDE_EXTENSION, EnumSet.of(EXTENSION_REQUESTED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(TaskFacts task, Caller caller) {
            return task.isHandledBy(caller) ? null : ErrorCode.NOT_THE_HANDLER;
        }
    },
    REVIEW("reviewRectification", Permission.REVIEW_RECTIFICATION, EnumSet.of(SUBMITTED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(TaskFacts task, Caller caller) {
            if (task.rectifiedBy(caller.subject())) {
                return ErrorCode.RECTIFIER_CANNOT_REVIEW;
            }
            return task.isHandledBy(caller) ? null : ErrorCode.NOT_THE_HANDLER;
        }
    },
    CANCEL(
            "cancelRectification",
            Permission.ASSIGN_RECTIFICATION,
            EnumSet.of(PENDING_ACCEPT, ACCEPTED, IN_PROGRESS, EXTENSION_REQUESTED, RETURNED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(TaskFacts task, Caller caller) {
            return task.isHandledBy(caller) ? null : ErrorCode.NOT_THE_HANDLER;
        }
    };

    private final Transition transition;

    TaskVerb(String mutation, Permission permission, Set<RectificationStatus> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }
}
