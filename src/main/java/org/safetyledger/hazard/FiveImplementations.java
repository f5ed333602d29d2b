package org.safetyledger.hazard;

/** What a major hazard needs before its rectification starts (五落实). */
public record FiveImplementations(
        String responsibility, String measures, String funds, String deadline, String emergencyPlan) {}
