package org.safetyledger.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeType;

/** An object whose changes are recorded, with the place and enterprise that decide who may read them. */
public interface Recorded {
    NodeType nodeType();

    UUID id();

    String divisionCode();

    /** The enterprise that it belongs to; null for none. */
    default @Nullable UUID enterpriseId() {
        return null;
    }

    /** Division of GB/T 4754-2017 of its enterprise; null for what is of no trade. */
    default @Nullable String industryCode() {
        return null;
    }

    /** Code of the matter, such as FIRE, to whose supervisors it belongs in whatever trade; null for none. */
    default @Nullable String matter() {
        return null;
    }

    /**
     * Whether this person, named by the subject, is not to be named with what is done to it. Elsewhere the same person does the
     * same as everybody: a name that is missing there would tell.
     */
    default boolean hides(String subject, String action) {
        return false;
    }

    /** Name of its state after the change. */
    String state();
}
