package org.safetyledger.rectification;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.hazard.HazardFacts;

/**
 * A task with its hazard, which has a say in what may be done with the task.
 *
 * @param hazard null when the caller cannot see it
 */
public record TaskWithHazard(
        RectificationTask task, @Nullable HazardFacts hazard) implements TaskFacts {
    @Override
    public RectificationStatus status() {
        return task.status();
    }

    @Override
    public boolean rectifiedBy(String subject) {
        return task.rectifiedBy(subject);
    }

    @Override
    public boolean isHandledBy(Caller caller) {
        return hazard == null || hazard.isHandledBy(caller);
    }

    @Override
    public @Nullable ErrorCode planObjection() {
        return hazard == null ? null : hazard.planObjection();
    }
}
