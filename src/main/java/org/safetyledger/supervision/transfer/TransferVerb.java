package org.safetyledger.supervision.transfer;

import static org.safetyledger.supervision.transfer.TransferState.ACCEPTED;
import static org.safetyledger.supervision.transfer.TransferState.APPROVED;
import static org.safetyledger.supervision.transfer.TransferState.ARBITRATION;
import static org.safetyledger.supervision.transfer.TransferState.PENDING;
import static org.safetyledger.supervision.transfer.TransferState.PROPOSED;
import static org.safetyledger.supervision.transfer.TransferState.REJECTED;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a transfer once it was sent. */
enum TransferVerb implements Verb<TransferVerb.Facts> {
    ACCEPT("acceptTransfer", Permission.ANSWER_TRANSFER, EnumSet.of(PENDING)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            return transfer.answering(caller);
        }
    },
    REJECT("rejectTransfer", Permission.ANSWER_TRANSFER, EnumSet.of(PENDING)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            return transfer.answering(caller);
        }
    },
    ARBITRATE("arbitrateTransfer", Permission.ARBITRATE_TRANSFER, EnumSet.of(ARBITRATION)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            if (transfer.sentBySubject().equals(caller.subject())) {
                return ErrorCode.SENDER_CANNOT_ANSWER;
            }
            boolean leads = (caller.role() == Role.CITY_LEADER || caller.role() == Role.COUNTY_LEADER)
                    && transfer.from().isBelow(caller)
                    && transfer.to().isBelow(caller);
            String department = caller.department();
            boolean ofOffice = department != null && transfer.arbiters().contains(department);
            return leads || ofOffice ? null : ErrorCode.NOT_THE_ADDRESSEE;
        }
    },
    END("endJointWork", Permission.TRANSFER_HAZARD, EnumSet.of(PENDING, ACCEPTED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            boolean takesPart =
                    transfer.from().includes(caller) || transfer.to().includes(caller);
            return transfer.kind() == TransferKind.JOINT && takesPart ? null : ErrorCode.NO_JOINT_WORK;
        }
    },
    DECIDE("decideCrimeTransfer", Permission.DECIDE_CRIME_TRANSFER, EnumSet.of(PROPOSED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            return transfer.from().isBelow(caller) ? null : ErrorCode.NOT_THE_AUTHORITY;
        }
    },
    DELIVER("deliverCrimeTransfer", Permission.TRANSFER_HAZARD, EnumSet.of(APPROVED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            return transfer.from().includes(caller) ? null : ErrorCode.NOT_THE_AUTHORITY;
        }
    },
    RECONSIDER("reconsiderCrimeTransfer", Permission.TRANSFER_HAZARD, EnumSet.of(REJECTED)) {
        @Override
        public @Nullable ErrorCode furtherObjection(Facts transfer, Caller caller) {
            if (!transfer.from().includes(caller)) {
                return ErrorCode.NOT_THE_AUTHORITY;
            }
            return transfer.reconsiderable() ? null : ErrorCode.RECONSIDERATION_CLOSED;
        }
    };

    /**
     * What the guards look at.
     *
     * @param silent whether silence has accepted it
     * @param reconsiderable whether the police, who refused it, may still be asked to reconsider
     * @param arbiters codes of the committees' offices that may decide it
     */
    @RegisterForReflection
    record Facts(
            TransferState status,
            TransferKind kind,
            boolean silent,
            boolean reconsiderable,
            Authority from,
            Authority to,
            List<String> arbiters,
            String sentBySubject)
            implements Verb.Facts {

        private @Nullable ErrorCode answering(Caller caller) {
            if (!to.includes(caller)) {
                return ErrorCode.NOT_THE_ADDRESSEE;
            }
            if (sentBySubject.equals(caller.subject())) {
                return ErrorCode.SENDER_CANNOT_ANSWER;
            }
            return silent ? ErrorCode.ACCEPTED_BY_SILENCE : null;
        }
    }

    private final Transition transition;

    TransferVerb(String mutation, Permission permission, Set<TransferState> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }
}
