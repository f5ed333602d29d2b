package org.safetyledger.supervision.bulletin;

import static org.safetyledger.supervision.bulletin.BulletinDelivery.Status.*;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a delivery; each is for its addressee. */
enum DeliveryVerb implements Verb<DeliveryVerb.Facts> {
    RECEIVE("receiveBulletin", SENT),
    ANSWER("answerBulletin", RECEIVED);

    /** @param departmentCode the department that it is addressed to; null when it is the jurisdiction itself */
    @RegisterForReflection
    record Facts(
            BulletinDelivery.Status status,
            String divisionCode,
            @Nullable String departmentCode) implements Verb.Facts {}

    private final Transition transition;

    DeliveryVerb(String mutation, BulletinDelivery.Status from) {
        this.transition = new Transition(mutation, Permission.ANSWER_BULLETIN, Set.of(from));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts delivery, Caller caller) {
        String department = delivery.departmentCode();
        boolean addressed = department == null
                ? delivery.divisionCode().equals(caller.division())
                : department.equals(caller.department());
        return addressed ? null : ErrorCode.NOT_THE_ADDRESSEE;
    }
}
