package org.safetyledger.supervision.lookback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** What may be done with the check of a look-back. */
enum LookBackCheckVerb implements Verb<LookBackCheckVerb.Facts> {
    RECORD;

    /** @param involved subjects of all who had a part in the hazard's life, its photos at look-backs apart */
    @RegisterForReflection
    record Facts(LookBackCheck.Status status, List<String> involved) implements Verb.Facts {}

    private static final Transition TRANSITION =
            new Transition("recordLookBack", Permission.RECORD_LOOK_BACK, EnumSet.of(LookBackCheck.Status.PENDING));

    @Override
    public Transition transition() {
        return TRANSITION;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts check, Caller caller) {
        return check.involved().contains(caller.subject()) ? ErrorCode.INVOLVED_BEFORE : null;
    }
}
