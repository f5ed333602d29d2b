package org.safetyledger.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * An authority that deals with things: a department, or the government of a jurisdiction.
 *
 * @param division where it is
 * @param department code of the department; null for the government itself
 */
@RegisterForReflection
public record Authority(String division, @Nullable String department) {
    /** The one in whose name the caller acts. */
    public static Authority of(Caller caller) {
        return new Authority(caller.division(), caller.department());
    }

    /** Whether the caller belongs to it: people of a department that govern its place belong to the government, too. */
    public boolean includes(Caller caller) {
        return department == null
                ? caller.governs() && caller.division().equals(division)
                : department.equals(caller.department());
    }

    /** Whether the caller governs its place, or one that this lies in. */
    public boolean isBelow(Caller caller) {
        return caller.governs() && caller.covers(division);
    }

    public String code() {
        return department == null ? division : department;
    }

    public Grantee grantee() {
        return department == null
                ? new Grantee(Grantee.Kind.GOVERNMENT, division)
                : new Grantee(Grantee.Kind.DEPARTMENT, department);
    }
}
