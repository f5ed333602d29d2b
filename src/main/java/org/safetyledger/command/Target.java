package org.safetyledger.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Which object a command is for, in which version the caller saw it. */
public record Target(UUID id, @Nullable Integer expectedVersion) {
    /** Refuses the command where the object has changed since. */
    public void requireVersion(int present) {
        if (expectedVersion != null && expectedVersion != present) {
            throw Refusal.at("expectedVersion", ErrorCode.STALE_VERSION, Integer.toString(present));
        }
    }
}
