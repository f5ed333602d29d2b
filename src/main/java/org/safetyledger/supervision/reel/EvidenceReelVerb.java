package org.safetyledger.supervision.reel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a reel; each is for the authority that drafted it. */
enum EvidenceReelVerb implements Verb<EvidenceReelVerb.Facts> {
    ARRANGE("arrangeEvidenceReel"),
    SHOW("showEvidenceReel");

    @RegisterForReflection
    record Facts(EvidenceReel.Status status, String authority) implements Verb.Facts {}

    private final Transition transition;

    EvidenceReelVerb(String mutation) {
        this.transition = new Transition(mutation, Permission.DRAFT_REEL, EnumSet.of(EvidenceReel.Status.DRAFT));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts reel, Caller caller) {
        return reel.authority().equals(caller.authority()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
