package org.safetyledger.hazard;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a major hazard needs before its rectification starts (五落实). */
@RegisterForReflection
public record FiveImplementations(
        String responsibility, String measures, String funds, String deadline, String emergencyPlan) {}
