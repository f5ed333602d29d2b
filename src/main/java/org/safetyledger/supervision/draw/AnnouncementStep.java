package org.safetyledger.supervision.draw;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;

/** What is done with an announcement by its authority, and by whom: no one person knows the seed and writes the value down. */
public enum AnnouncementStep {
    /** The public value is written down by somebody who did not announce. */
    WITNESS,
    /** The seed is told, when the public value is written down, by somebody else. */
    DRAW,
    OTHER;

    /** What the guards look at; called like columns. */
    public interface Announced {
        String authority();

        String announcedBySubject();

        @Nullable
        String witnessedBySubject();
    }

    public @Nullable ErrorCode objection(Announced announced, Caller caller) {
        if (!announced.authority().equals(caller.authority())) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        String witness = announced.witnessedBySubject();
        return switch (this) {
            case WITNESS -> {
                if (witness != null) {
                    yield ErrorCode.PUBLIC_VALUE_RECORDED;
                }
                yield caller.subject().equals(announced.announcedBySubject())
                        ? ErrorCode.ANNOUNCER_CANNOT_WITNESS
                        : null;
            }
            case DRAW -> {
                if (witness == null) {
                    yield ErrorCode.PUBLIC_VALUE_MISSING;
                }
                yield caller.subject().equals(witness) ? ErrorCode.WITNESS_CANNOT_DRAW : null;
            }
            case OTHER -> null;
        };
    }
}
