package org.safetyledger.supervision.lookback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a look-back; each is for the authority that announced it. */
enum LookBackVerb implements Verb<LookBackVerb.Facts> {
    DRAW("drawLookBack"),
    CANCEL("cancelLookBack");

    @RegisterForReflection
    record Facts(LookBackStatus status, String authority) implements Verb.Facts {}

    private final Transition transition;

    LookBackVerb(String mutation) {
        this.transition = new Transition(mutation, Permission.ANNOUNCE_DRAW, EnumSet.of(LookBackStatus.ANNOUNCED));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts lookBack, Caller caller) {
        return lookBack.authority().equals(caller.authority()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
