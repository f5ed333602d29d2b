package org.safetyledger.supervision.lookback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.supervision.draw.AnnouncementStep;

/** The transitions of a look-back; each is for the authority that announced it, two for the leaders of its government, too. */
enum LookBackVerb implements Verb<LookBackVerb.Facts> {
    WITNESS("witnessLookBack", AnnouncementStep.WITNESS),
    DRAW("drawLookBack", AnnouncementStep.DRAW),
    CANCEL("cancelLookBack", AnnouncementStep.WITHDRAW);

    @RegisterForReflection
    record Facts(
            LookBackStatus status,
            String divisionCode,
            String authority,
            String announcedBySubject,
            @Nullable String witnessedBySubject,
            boolean valueCorrected)
            implements Verb.Facts, AnnouncementStep.Announced {}

    private final Transition transition;
    private final AnnouncementStep step;

    LookBackVerb(String mutation, AnnouncementStep step) {
        this.transition = new Transition(mutation, step.permission(), EnumSet.of(LookBackStatus.ANNOUNCED));
        this.step = step;
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts lookBack, Caller caller) {
        return step.objection(lookBack, caller);
    }
}
