package org.safetyledger.evidence;

/** What may have happened to a content in the store. */
enum Damage {
    MISSING,
    /** Shorter or longer than what was received. */
    WRONG_SIZE,
    /** As long as what was received, with another hash. */
    ALTERED
}
