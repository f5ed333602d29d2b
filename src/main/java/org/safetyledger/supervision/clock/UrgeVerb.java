package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** What may be done with a clock: nothing but to press for what is owed, by who supervises it. */
enum UrgeVerb implements Verb<UrgeVerb.Facts> {
    URGE;

    /**
     * What the guard looks at.
     *
     * @param owedDivision code of the division whose authority has to act
     * @param owedDepartment code of the department that has to act; null where it is the government
     */
    @RegisterForReflection
    record Facts(
            DeadlineClock.Status status,
            Debtor owedBy,
            String owedDivision,
            @Nullable String owedDepartment) implements Verb.Facts {}

    @Override
    public Transition transition() {
        return new Transition("urge", Permission.URGE, EnumSet.of(DeadlineClock.Status.RUNNING));
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts clock, Caller caller) {
        return mustAct(clock, caller) ? ErrorCode.OWED_BY_YOURSELF : null;
    }

    /** Of a government the officers act, those of its departments for their trades; its leaders and who is above supervise. */
    private static boolean mustAct(Facts clock, Caller caller) {
        if (clock.owedBy() == Debtor.ENTERPRISE) {
            return false;
        }
        if (clock.owedDepartment() != null) {
            return clock.owedDepartment().equals(caller.department());
        }
        boolean leads = caller.role() == Role.CITY_LEADER || caller.role() == Role.COUNTY_LEADER;
        return !leads && caller.level().compareTo(DivisionLevel.of(clock.owedDivision())) >= 0;
    }
}
