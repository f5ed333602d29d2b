package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;

/** That a target refused to sign, or to let anybody in, is reported to the authority's head, who takes note of it. */
@ApplicationScoped
public class ReportedRefusals {
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    ReportedRefusals(LockedObjects objects, Journal journal, Callers callers, Clock clock) {
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Inspection note(Target target) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.NOTE_REFUSAL);
        inspection.noteRefusal(callers.current(), clock.instant());
        journal.record(inspection, "REFUSAL_NOTED");
        return inspection;
    }
}
