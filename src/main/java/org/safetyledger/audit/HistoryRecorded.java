package org.safetyledger.audit;

/** A change is being written to an object's history; observed in the same transaction. */
public record HistoryRecorded(Recorded object, HistoryEntry entry) {}
