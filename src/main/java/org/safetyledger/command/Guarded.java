package org.safetyledger.command;

import org.safetyledger.access.Verb;

/** An object with a life cycle. */
public interface Guarded<F extends Verb.Facts> {
    /** What the guards of its verbs look at, as it is now. */
    F facts();
}
