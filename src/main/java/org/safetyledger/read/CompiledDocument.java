package org.safetyledger.read;

import java.util.Map;
import java.util.Optional;

/** @param read what it selects; empty where the engine has to answer */
record CompiledDocument(ObjectBound bound, Optional<CompiledRead> read) {
    static final CompiledDocument LEFT = new CompiledDocument(ObjectBound.NONE, Optional.empty());

    /** An answer of so many objects has some ten megabytes, and takes a hundred while it is put together. */
    private static final int MOST_OBJECTS = 200_000;

    void requireBounded(Map<String, Object> variables) {
        double objects = bound.objects(variables);
        if (objects > MOST_OBJECTS) {
            throw new TooManyObjects(objects, MOST_OBJECTS);
        }
    }
}
