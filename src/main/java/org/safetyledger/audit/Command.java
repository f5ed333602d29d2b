package org.safetyledger.audit;

import org.jspecify.annotations.Nullable;

/** The input of a mutation. */
public interface Command {
    /**
     * The caller's own key for this command, or null. A repeat with the same key and content is answered as the first
     * time and changes nothing.
     */
    @Nullable
    String requestId();
}
