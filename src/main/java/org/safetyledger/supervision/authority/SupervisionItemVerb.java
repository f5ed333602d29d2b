package org.safetyledger.supervision.authority;

import static org.safetyledger.supervision.authority.SupervisionItem.Status.*;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of an item: its addressee answers, the office that issued it decides. */
enum SupervisionItemVerb implements Verb<SupervisionItemVerb.Facts> {
    ANSWER("answerSupervisionItem", Permission.ANSWER_SUPERVISION, EnumSet.of(OPEN, RETURNED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts item, Caller caller) {
            SupervisedAuthority addressee =
                    new SupervisedAuthority(item.addresseeDivision(), item.addresseeDepartment());
            return addressee.isOf(caller) && !item.office().equals(caller.department())
                    ? null
                    : ErrorCode.NOT_THE_ADDRESSEE;
        }
    },
    ACCEPT("acceptSupervisionItem", Permission.SUPERVISE, EnumSet.of(ANSWERED)),
    RETURN("returnSupervisionItem", Permission.SUPERVISE, EnumSet.of(ANSWERED));

    /** @param addresseeDepartment the addressed department; null when it is the government of the division */
    @RegisterForReflection
    record Facts(
            SupervisionItem.Status status,
            String office,
            String addresseeDivision,
            @Nullable String addresseeDepartment,
            @Nullable String answeredBySubject)
            implements Verb.Facts {}

    private final Transition transition;

    SupervisionItemVerb(String mutation, Permission permission, Set<SupervisionItem.Status> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts item, Caller caller) {
        boolean mayDecide =
                item.office().equals(caller.department()) && !caller.subject().equals(item.answeredBySubject());
        return mayDecide ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
