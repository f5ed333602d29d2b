package org.safetyledger.graphql;

import org.jspecify.annotations.Nullable;

/** Guards an update against a change that its author has not seen. */
public final class ExpectedVersion {
    private ExpectedVersion() {}

    public static void require(@Nullable Integer expected, int actual) {
        if (expected != null && expected != actual) {
            throw Refusal.at("expectedVersion", ErrorCode.STALE_VERSION, Integer.toString(actual));
        }
    }
}
