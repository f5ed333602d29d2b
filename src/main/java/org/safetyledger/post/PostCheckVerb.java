package org.safetyledger.post;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a check of a post. */
enum PostCheckVerb implements Verb<PostCheckVerb.Facts> {
    RECORD("recordPostCheck", Permission.REPORT_QUICKLY) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts check, Caller caller) {
            return caller.subject().equals(check.holderSubject()) ? null : ErrorCode.NOT_THE_HOLDER;
        }
    },
    STOP("stopPostCheck", Permission.MANAGE_POSTS);

    /** @param holderSubject who holds the post; null for somebody without a login */
    @RegisterForReflection
    record Facts(PostCheck.Status status, @Nullable String holderSubject) implements Verb.Facts {}

    private final Transition transition;

    PostCheckVerb(String mutation, Permission permission) {
        this.transition = new Transition(mutation, permission, Set.of(PostCheck.Status.ACTIVE));
    }

    @Override
    public Transition transition() {
        return transition;
    }
}
