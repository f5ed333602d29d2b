package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transition of a performed duty. */
enum DutyVerb implements Verb<DutyVerb.Facts> {
    WITHDRAW;

    /** @param holderSubject of who performed it; null where he has no account */
    @RegisterForReflection
    record Facts(
            DutyPerformance.Status status,
            String divisionCode,
            @Nullable String departmentCode,
            @Nullable String holderSubject)
            implements Verb.Facts {

        /** The holder himself, or his office: the government of the place, or the department in which the post is. */
        boolean isOf(Caller caller) {
            boolean office = caller.division().equals(divisionCode)
                    && (departmentCode == null
                            ? caller.role() != Role.DEPARTMENT_OFFICER
                            : departmentCode.equals(caller.department()));
            return office || caller.subject().equals(holderSubject);
        }
    }

    @Override
    public Transition transition() {
        return new Transition("withdrawDuty", Permission.RECORD_DUTY, EnumSet.of(DutyPerformance.Status.RECORDED));
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts performance, Caller caller) {
        return performance.isOf(caller) ? null : ErrorCode.NOT_THE_HOLDER_OR_OFFICE;
    }
}
