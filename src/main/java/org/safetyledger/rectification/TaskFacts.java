package org.safetyledger.rectification;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** What the guards of a task's life cycle look at. */
public interface TaskFacts extends Verb.Facts {
    @Override
    RectificationStatus status();

    /** Whether the person took part in rectifying. */
    boolean rectifiedBy(String subject);

    /** Whether the caller, where it is an authority, is one that deals with its hazard. */
    boolean isHandledBy(Caller caller);

    /** What its hazard still lacks of the plan that a major one needs; null when nothing. */
    @Nullable
    ErrorCode planObjection();
}
