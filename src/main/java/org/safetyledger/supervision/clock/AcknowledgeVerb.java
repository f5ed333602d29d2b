package org.safetyledger.supervision.clock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** What may be done with what became due: whoever it is addressed to acknowledges it, one person for all of them. */
enum AcknowledgeVerb implements Verb<AcknowledgeVerb.Facts> {
    ACKNOWLEDGE;

    /**
     * What the guard looks at.
     *
     * @param owedBy who had to act
     * @param addressedDivision code of the division of whom it is addressed to
     * @param addressedDepartment code of the department that it is addressed to; null for others
     */
    @RegisterForReflection
    record Facts(
            DeadlineEvent.Status status,
            Debtor owedBy,
            Addressee addressee,
            String addressedDivision,
            @Nullable String addressedDepartment)
            implements Verb.Facts {

        /** Of an enterprise's own nobody else's manager sees anything. */
        private boolean isFor(Caller caller) {
            if (addressee == Addressee.RESPONSIBLE && owedBy == Debtor.ENTERPRISE) {
                return caller.ofEnterprise();
            }
            if (addressedDepartment != null) {
                return addressedDepartment.equals(caller.department());
            }
            return caller.governs()
                    && addressedDivision.equals(caller.division())
                    && (addressee == Addressee.RESPONSIBLE || addressee == Addressee.of(caller));
        }
    }

    @Override
    public Transition transition() {
        return new Transition(
                "acknowledgeDeadlineEvent", Permission.ACKNOWLEDGE_DEADLINE, EnumSet.of(DeadlineEvent.Status.OPEN));
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts event, Caller caller) {
        return event.isFor(caller) ? null : ErrorCode.NOT_THE_ADDRESSEE;
    }
}
