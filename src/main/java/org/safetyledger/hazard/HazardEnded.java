package org.safetyledger.hazard;

/** A hazard was closed, rejected, or marked as a duplicate; observed in the same transaction. */
public record HazardEnded(Hazard hazard) {}
