package org.safetyledger.bench.year;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.testing.TestCaller;

/**
 * Somebody of the simulated city.
 *
 * @param caller who does what goes through the commands
 * @param token what goes over HTTP is sent with
 */
record Person(Caller caller, TestCaller token) {
    static Person ofGovernment(String subject, Role role, String division) {
        return of(subject, role, division, null, List.of(), null, null);
    }

    /** @param town the nine digits of the town */
    static Person ofTown(String town) {
        return ofGovernment("year-town-" + town, Role.COUNTY_OFFICER, town + "000");
    }

    static Person ofDepartment(String subject, Role role, String division, String department, List<String> matters) {
        return of(subject, role, division, department, matters, null, null);
    }

    static Person manager(String creditCode, UUID enterprise, String division) {
        return of(
                "year-manager-" + creditCode,
                Role.ENTERPRISE_MANAGER,
                division,
                null,
                List.of(),
                enterprise,
                creditCode);
    }

    private static Person of(
            String subject,
            Role role,
            String division,
            @Nullable String department,
            List<String> matters,
            @Nullable UUID enterprise,
            @Nullable String creditCode) {
        boolean receives = department != null && !matters.isEmpty();
        return new Person(
                new Caller(
                        subject,
                        subject,
                        role,
                        division,
                        department,
                        matters.isEmpty() ? Powers.NONE : new Powers(List.of(), matters),
                        enterprise,
                        Set.of(),
                        receives),
                new TestCaller(
                        subject,
                        role.claim(),
                        creditCode == null ? division : null,
                        department,
                        List.of(),
                        matters,
                        creditCode,
                        null));
    }
}
