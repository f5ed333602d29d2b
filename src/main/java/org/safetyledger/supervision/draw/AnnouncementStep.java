package org.safetyledger.supervision.draw;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.ErrorCode;

/** What is done with an announcement by its authority, and by whom: no one person knows the seed and writes the value down. */
public enum AnnouncementStep {
    /** The public value is written down by somebody who did not announce, and corrected once by the same. */
    WITNESS(Permission.OVERSEE_DRAW),
    /** The seed is told, when the public value is written down, by somebody else. */
    DRAW(Permission.ANNOUNCE_DRAW),
    WITHDRAW(Permission.OVERSEE_DRAW),
    OTHER(Permission.ANNOUNCE_DRAW);

    private final Permission permission;

    AnnouncementStep(Permission permission) {
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }

    /** What the guards look at; called like columns. */
    public interface Announced {
        String divisionCode();

        String authority();

        String announcedBySubject();

        @Nullable
        String witnessedBySubject();

        /** Whether the public value was corrected already. */
        boolean valueCorrected();
    }

    public @Nullable ErrorCode objection(Announced announced, Caller caller) {
        boolean leads = permission == Permission.OVERSEE_DRAW && leads(announced, caller);
        if (!leads && !announced.authority().equals(caller.authority())) {
            return ErrorCode.NOT_THE_AUTHORITY;
        }
        String witness = announced.witnessedBySubject();
        return switch (this) {
            case WITNESS -> {
                if (witness != null && !caller.subject().equals(witness)) {
                    yield ErrorCode.PUBLIC_VALUE_RECORDED;
                }
                // Whoever may try values without end looks for one that pleases.
                if (announced.valueCorrected()) {
                    yield ErrorCode.PUBLIC_VALUE_CORRECTED;
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
            case WITHDRAW, OTHER -> null;
        };
    }

    /** Of an authority with one account the second pair of eyes is a leader of its government; towns have that of their county. */
    private static boolean leads(Announced announced, Caller caller) {
        DivisionLevel level = DivisionLevel.of(announced.divisionCode());
        String government =
                level.governs() ? announced.divisionCode() : DivisionLevel.COUNTY.above(announced.divisionCode());
        return (caller.role() == Role.CITY_LEADER || caller.role() == Role.COUNTY_LEADER)
                && caller.division().equals(government);
    }
}
