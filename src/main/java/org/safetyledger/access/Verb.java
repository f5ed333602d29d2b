package org.safetyledger.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;

/**
 * A verb of an object's life cycle: its transition and its guard. The mutation and {@code availableActions} ask the same
 * guard, so that what is told beforehand is what happens.
 */
public interface Verb<F extends Verb.Facts> {
    /** What the guards of a life cycle look at. */
    interface Facts {
        Enum<?> status();
    }

    Transition transition();

    /** The states in which this object may be for it, when this caller does it. */
    default Set<? extends Enum<?>> from(F object, Caller caller) {
        return transition().from();
    }

    /** Why the object does not allow this to the caller in a state that does; null when it does. */
    default @Nullable ErrorCode furtherObjection(F object, Caller caller) {
        return null;
    }
}
