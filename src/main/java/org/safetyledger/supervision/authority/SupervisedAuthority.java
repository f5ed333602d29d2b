package org.safetyledger.supervision.authority;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Role;

/**
 * A government, or one of its departments.
 *
 * @param division division of the government
 * @param department code of the department; null for the government itself
 */
record SupervisedAuthority(String division, @Nullable String department) {
    String code() {
        return department == null ? division : department;
    }

    /** The leading digits of the codes of all divisions in its area. */
    String area() {
        return DivisionLevel.prefix(division);
    }

    boolean covers(String code) {
        return code.startsWith(area());
    }

    /** Whether the caller belongs to it: to the department, or to the government's leaders and officers. */
    boolean isOf(Caller caller) {
        return department == null
                ? division.equals(caller.division()) && caller.role() != Role.DEPARTMENT_OFFICER
                : department.equals(caller.department());
    }

    /** Whether a post of that place and department, or of none, is one of its own. */
    boolean has(String postDivision, @Nullable String postDepartment) {
        return department == null
                ? division.equals(postDivision) && postDepartment == null
                : department.equals(postDepartment);
    }
}
