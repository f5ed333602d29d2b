package org.safetyledger.access;

import java.util.ArrayList;
import java.util.List;

/** To whom an object is granted: everybody of a department or of a jurisdiction's government, or one person. */
public record Grantee(Kind kind, String code) {
    /** What the code is of. */
    public enum Kind {
        DEPARTMENT,
        GOVERNMENT,
        PERSON
    }

    /** As what the caller may have been granted objects; nothing for those who are no authority. */
    static List<Grantee> of(Caller caller) {
        if (!caller.governs() && caller.role() != Role.DEPARTMENT_OFFICER) {
            return List.of();
        }
        List<Grantee> all = new ArrayList<>(List.of(new Grantee(Kind.PERSON, caller.subject())));
        if (caller.department() != null) {
            all.add(new Grantee(Kind.DEPARTMENT, caller.department()));
        }
        if (caller.governs()) {
            all.add(new Grantee(Kind.GOVERNMENT, caller.division()));
        }
        return all;
    }
}
