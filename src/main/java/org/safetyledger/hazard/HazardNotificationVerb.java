package org.safetyledger.hazard;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;

/** The transition of a recorded notification. */
public enum HazardNotificationVerb implements Verb<HazardNotificationVerb.Facts> {
    WITHDRAW("withdrawHazardNotification", Permission.NOTIFY_OF_HAZARD, HazardNotificationStatus.RECORDED);

    @RegisterForReflection
    public record Facts(HazardNotificationStatus status) implements Verb.Facts {}

    private final Transition transition;

    HazardNotificationVerb(String mutation, Permission permission, HazardNotificationStatus from) {
        this.transition = new Transition(mutation, permission, Set.of(from));
    }

    @Override
    public Transition transition() {
        return transition;
    }
}
