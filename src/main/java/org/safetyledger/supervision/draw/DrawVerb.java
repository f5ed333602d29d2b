package org.safetyledger.supervision.draw;

import static org.safetyledger.supervision.draw.DrawStatus.ANNOUNCED;
import static org.safetyledger.supervision.draw.DrawStatus.DRAWN;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a draw; each is for the authority that announced it, two for the leaders of its government, too. */
enum DrawVerb implements Verb<DrawVerb.Facts> {
    WITNESS("witnessDraw", ANNOUNCED, AnnouncementStep.WITNESS),
    DRAW("drawVisits", ANNOUNCED, AnnouncementStep.DRAW),
    CANCEL("cancelDraw", ANNOUNCED, AnnouncementStep.WITHDRAW),
    LINK("linkDrawnVisit", DRAWN, AnnouncementStep.OTHER),
    EXPLAIN("explainDrawnVisit", DRAWN, AnnouncementStep.OTHER),
    PUBLISH("publishDraw", DRAWN, AnnouncementStep.OTHER);

    @RegisterForReflection
    record Facts(
            DrawStatus status,
            String divisionCode,
            String authority,
            String announcedBySubject,
            @Nullable String witnessedBySubject,
            boolean valueCorrected)
            implements Verb.Facts, AnnouncementStep.Announced {}

    private final Transition transition;
    private final AnnouncementStep step;

    DrawVerb(String mutation, DrawStatus from, AnnouncementStep step) {
        this.transition = new Transition(mutation, step.permission(), EnumSet.of(from));
        this.step = step;
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts draw, Caller caller) {
        return step.objection(draw, caller);
    }
}
