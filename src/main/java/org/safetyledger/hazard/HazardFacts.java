package org.safetyledger.hazard;

import org.jspecify.annotations.Nullable;

/** What the guards of a hazard's life cycle look at. */
public interface HazardFacts {
    HazardStatus status();

    HazardGrade grade();

    String reportedBy();

    @Nullable
    String gradedBy();

    boolean contested();
}
