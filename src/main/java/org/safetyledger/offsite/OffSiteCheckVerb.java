package org.safetyledger.offsite;

import static org.safetyledger.offsite.OffSiteCheckStatus.CONCLUDED;
import static org.safetyledger.offsite.OffSiteCheckStatus.RECORDED;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of an off-site check, all by the authority that made it. */
enum OffSiteCheckVerb implements Verb<OffSiteCheckVerb.Facts> {
    CONCLUDE("concludeOffSiteCheck", Set.of(RECORDED)),
    WITHDRAW("withdrawOffSiteCheck", Set.of(RECORDED, CONCLUDED));

    @RegisterForReflection
    record Facts(OffSiteCheckStatus status, String authority) implements Verb.Facts {}

    private final Transition transition;

    OffSiteCheckVerb(String mutation, Set<OffSiteCheckStatus> from) {
        this.transition = new Transition(mutation, Permission.CHECK_OFF_SITE, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts check, Caller caller) {
        return check.authority().equals(caller.authority()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
