package org.safetyledger.command;

/** What is changed by one caller at a time. */
public interface Versioned {
    /** Grows with each change. */
    int version();
}
