package org.safetyledger.supervision.draw;

import static org.safetyledger.supervision.draw.DrawStatus.ANNOUNCED;
import static org.safetyledger.supervision.draw.DrawStatus.DRAWN;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a draw; each is for the authority that announced it. */
enum DrawVerb implements Verb<DrawVerb.Facts> {
    DRAW("drawVisits", EnumSet.of(ANNOUNCED)),
    CANCEL("cancelDraw", EnumSet.of(ANNOUNCED)),
    LINK("linkDrawnVisit", EnumSet.of(DRAWN)),
    PUBLISH("publishDraw", EnumSet.of(DRAWN));

    @RegisterForReflection
    record Facts(DrawStatus status, String authority) implements Verb.Facts {}

    private final Transition transition;

    DrawVerb(String mutation, Set<DrawStatus> from) {
        this.transition = new Transition(mutation, Permission.ANNOUNCE_DRAW, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts draw, Caller caller) {
        return draw.authority().equals(caller.authority()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
