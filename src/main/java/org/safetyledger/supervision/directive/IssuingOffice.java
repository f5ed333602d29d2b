package org.safetyledger.supervision.directive;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;

/**
 * Who issues a directive and decides about its items.
 *
 * @param department the safety committee's office; null for the leader's office of the government
 */
record IssuingOffice(String division, @Nullable String department) {
    /** Whether the caller belongs to it: to the leader's office only the leaders. */
    boolean includes(Caller caller) {
        return department == null
                ? leads(caller) && division.equals(caller.division())
                : department.equals(caller.department());
    }

    static boolean leads(Caller caller) {
        return caller.role() == Role.CITY_LEADER || caller.role() == Role.COUNTY_LEADER;
    }
}
