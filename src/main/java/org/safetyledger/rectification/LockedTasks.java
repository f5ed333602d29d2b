package org.safetyledger.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Verbs;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardProgress;

/** Locks a task for a change: its hazard first, so that two changes of one hazard never wait for each other. */
@ApplicationScoped
public class LockedTasks {
    private final RectificationTaskRepository tasks;
    private final HazardProgress progress;
    private final Verbs verbs;
    private final Callers callers;

    LockedTasks(RectificationTaskRepository tasks, HazardProgress progress, Verbs verbs, Callers callers) {
        this.tasks = tasks;
        this.progress = progress;
        this.verbs = verbs;
        this.callers = callers;
    }

    record Locked(RectificationTask task, Hazard hazard) {}

    Locked lock(Target target, TaskVerb verb) {
        UUID hazardId = tasks.hazardOf(target.id()).orElseThrow(() -> Refusal.at("id", ErrorCode.NOT_FOUND));
        Hazard hazard = progress.lock(hazardId).orElseThrow(() -> objection(target, verb, hazardId));
        RectificationTask task = tasks.lock(target.id());
        target.requireVersion(task.version());
        verbs.require(verb, new TaskWithHazard(task, hazard), callers.current());
        return new Locked(task, hazard);
    }

    /** What may be seen and not be changed is refused by its guard, as it is told beforehand. */
    private Refusal objection(Target target, TaskVerb verb, UUID hazardId) {
        RectificationTask seen = tasks.findById(target.id());
        Refusal objection = verbs.objection(verb, new TaskWithHazard(seen, progress.find(hazardId)), callers.current());
        return objection == null ? Refusal.at("id", ErrorCode.NOT_FOUND) : objection;
    }
}
