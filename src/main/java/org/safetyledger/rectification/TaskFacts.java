package org.safetyledger.rectification;

/** What the guards of a task's life cycle look at. */
public interface TaskFacts {
    RectificationStatus status();

    /** Whether the person took part in rectifying. */
    boolean rectifiedBy(String subject);
}
