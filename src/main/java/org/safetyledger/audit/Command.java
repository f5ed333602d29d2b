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

    /**
     * The id that the client made for the object that this command creates; null when it creates none or leaves the id
     * to the service. It is the command's key, beside a request id: a client that was offline retries with it.
     */
    default @Nullable String clientMadeId() {
        return null;
    }
}
