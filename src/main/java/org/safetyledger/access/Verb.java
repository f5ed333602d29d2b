package org.safetyledger.access;

import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;

/**
 * A transition of an object's life cycle: its mutation, its permission and its guard. The mutation and
 * {@code availableActions} ask the same guard, so that what is told beforehand is what happens.
 */
public interface Verb<E> {
    String mutation();

    Permission permission();

    /** Why the object does not allow this to the caller now; null when it does. */
    @Nullable
    ErrorCode objection(E object, Caller caller);
}
