package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;

/** Takes notice of what became due. */
@ApplicationScoped
class Acknowledgements {
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Acknowledgements(LockedObjects objects, Journal journal, Callers callers, Clock clock) {
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    DeadlineEvent acknowledge(Target target, @Nullable String note) {
        DeadlineEvent event = objects.lock(DeadlineEvent.class, target, AcknowledgeVerb.ACKNOWLEDGE);
        event.acknowledge(callers.current(), clock.instant(), note);
        Map<String, String> detail =
                new HashMap<>(Map.of("subject", event.subject(), "rung", Integer.toString(event.rung())));
        if (note != null) {
            detail.put("note", note);
        }
        journal.record(event, "ACKNOWLEDGED", detail);
        return event;
    }
}
