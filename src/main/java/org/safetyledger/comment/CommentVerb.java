package org.safetyledger.comment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transition of a comment. */
enum CommentVerb implements Verb<CommentVerb.Facts> {
    WITHDRAW("withdrawComment", Permission.COMMENT, CommentStatus.PUBLISHED);

    @RegisterForReflection
    record Facts(CommentStatus status, String authorSubject) implements Verb.Facts {}

    private final Transition transition;

    CommentVerb(String mutation, Permission permission, CommentStatus from) {
        this.transition = new Transition(mutation, permission, Set.of(from));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts comment, Caller caller) {
        return comment.authorSubject().equals(caller.subject()) ? null : ErrorCode.NOT_THE_AUTHOR;
    }
}
