package org.safetyledger.read;

import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** A page asked for: how many rows, behind which cursor. */
record PageRequest(int first, @Nullable String after) {
    static final int DEFAULT_SIZE = 20;
    static final int MAXIMUM_SIZE = 100;

    static PageRequest of(@Nullable Integer first, @Nullable String after) {
        int size = first == null ? DEFAULT_SIZE : first;
        if (size < 1 || size > MAXIMUM_SIZE) {
            throw Refusal.at("first", ErrorCode.PAGE_SIZE_OUT_OF_RANGE, MAXIMUM_SIZE);
        }
        return new PageRequest(size, after);
    }
}
